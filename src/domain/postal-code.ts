/** How one country writes its codes: the compact form, and where its parts are set off from each other. */
interface PostalForm {
  readonly compact: RegExp;
  /** Length of the first part; negative counts from the end. */
  readonly split?: number;
  readonly separator?: ' ' | '-';
}

const digits = (count: number): PostalForm => ({ compact: new RegExp(`^[0-9]{${count}}$`) });
const split = (compact: RegExp, at: number, separator: ' ' | '-'): PostalForm => ({ compact, split: at, separator });
const group = (countries: string, form: PostalForm): readonly (readonly [string, PostalForm])[] => countries.split(' ').map((country) => [country, form]);

/** By the Universal Postal Union's addressing sheets; countries that are not listed take what looks like a code. */
const FORMS: ReadonlyMap<string, PostalForm> = new Map([
  ...group('AT AU BE BG CH CY DK HU LI LU NO NZ SI ZA', digits(4)),
  ...group('DE EE ES FI FR HR IT KR MC MX MY SM TH TR UA VA', digits(5)),
  ...group('CN CO EC IN KZ RO RS RU SG VN', digits(6)),
  ...group('IL', { compact: /^(?:[0-9]{5}|[0-9]{7})$/ }),
  ...group('TW', { compact: /^[0-9]{3}(?:[0-9]{2,3})?$/ }),
  ...group('LV', { compact: /^(?:LV)?[0-9]{4}$/ }),
  ...group('LT', { compact: /^(?:LT)?[0-9]{5}$/ }),
  ...group('IS', digits(3)),
  ...group('US PR', split(/^[0-9]{5}(?:[0-9]{4})?$/, 5, '-')),
  ...group('CA', split(/^[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][0-9][ABCEGHJ-NPRSTV-Z][0-9]$/, 3, ' ')),
  ...group('GB', split(/^(?:GIR0AA|[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][ABD-HJLNP-UW-Z]{2})$/, -3, ' ')),
  ...group('IE', split(/^(?:[AC-FHKNPRTV-Y][0-9]{2}|D6W)[0-9AC-FHKNPRTV-Y]{4}$/, 3, ' ')),
  ...group('NL', split(/^[1-9][0-9]{3}[A-Z]{2}$/, 4, ' ')),
  ...group('SE CZ SK GR', split(/^[0-9]{5}$/, 3, ' ')),
  ...group('PL', split(/^[0-9]{5}$/, 2, '-')),
  ...group('PT', split(/^[0-9]{7}$/, 4, '-')),
  ...group('JP', split(/^[0-9]{7}$/, 3, '-')),
  ...group('BR', split(/^[0-9]{8}$/, 5, '-')),
  ...group('AR', { compact: /^(?:[A-Z][0-9]{4}[A-Z]{3}|[0-9]{4})$/ }),
  ...group('CL', { compact: /^[0-9]{7}$/ }),
  ...group('MT', split(/^[A-Z]{3}[0-9]{4}$/, 3, ' ')),
]);

/** Places that have no postal codes, where nobody can be asked for one. */
const WITHOUT_CODES = new Set(
  'AE AG AO AW BF BI BJ BO BS BW BZ CF CG CI CM DJ DM ER FJ GD GH GM GQ GY HK KI KM KN ML MO MR MW NR QA RW SB SC SL SR ST SY TD TG TO TV UG VU YE ZW'.split(
    ' ',
  ),
);

const ANY = /^[A-Z0-9](?:[A-Z0-9 -]{0,10}[A-Z0-9])?$/;
const SEPARATORS = /[\s-]+/g;

/** Whether a fan of this country can be asked for a postal code. */
export const hasPostalCodes = (countryCode: string | undefined): boolean => countryCode === undefined || !WITHOUT_CODES.has(countryCode);

/** A postal code as its country writes it (`SW1A 1AA`, `10115`, `60-321`), upper case. Null where it is none. */
export const normalisePostalCode = (text: string, countryCode: string | undefined): string | null => {
  const given = text.trim().toUpperCase();
  if (given.length > 16) return null;
  const form = countryCode === undefined ? undefined : FORMS.get(countryCode);
  if (form === undefined) return ANY.test(given) ? given.replaceAll(/\s+/g, ' ') : null;
  const compact = compactPostalCode(given);
  if (!form.compact.test(compact)) return null;
  if (form.split === undefined) return compact;
  const head = compact.slice(0, form.split);
  const tail = compact.slice(form.split);
  return tail === '' ? head : `${head}${form.separator}${tail}`;
};

/** Without spaces and hyphens, upper case: the form in which prefixes are compared. */
export const compactPostalCode = (text: string): string => text.toUpperCase().replaceAll(SEPARATORS, '');
