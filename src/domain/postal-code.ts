/** How one country writes its codes: the compact form, and where its parts are set off from each other. */
interface PostalForm {
  readonly compact: RegExp;
  /** Length of the first part; negative counts from the end. */
  readonly split?: number;
  readonly separator?: ' ' | '-';
}

const digits = (...counts: readonly number[]): PostalForm => ({ compact: new RegExp(`^(?:${counts.map((count) => `[0-9]{${count}}`).join('|')})$`) });
const plain = (compact: RegExp): PostalForm => ({ compact });
const split = (compact: RegExp, at: number, separator: ' ' | '-'): PostalForm => ({ compact, split: at, separator });
const group = (countries: string, form: PostalForm): readonly (readonly [string, PostalForm])[] => countries.split(' ').map((country) => [country, form]);

const BRITISH = /^(?:GIR0AA|[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][ABD-HJLNP-UW-Z]{2})$/;

/**
 * By the Universal Postal Union's addressing sheets. A form says what codes look like and not which are in use, and takes
 * the old form along where a country has changed it; countries that are not listed take what looks like a code.
 */
const FORMS: ReadonlyMap<string, PostalForm> = new Map([
  ...group('FO GN IS LS MG OM PG', digits(3)),
  ...group('BH', digits(3, 4)),
  ...group('AF AL AT AU BD BE BG CC CH CV CX CY DK ET GE GL GW HM HU LI LR LU MK MZ NE NF NO NZ PA PH SI SJ SV TN ZA', digits(4)),
  ...group('CR', digits(4, 5)),
  ...group('AM PY', digits(4, 6)),
  ...group('AX BA BL BT CU DE DO DZ EE EH ES FI FR GF GP GT HN HR ID IQ IT JO KE KR KW LA LK MA MC ME MF MM MQ MV MX MY', digits(5)),
  ...group('NA NC NI NP PE PF PK PM RE SD SM SN TH TR TZ UA UY VA WF XK YT ZM', digits(5)),
  ...group('KH MN RS VN', digits(5, 6)),
  ...group('EG IL', digits(5, 7)),
  ...group('BY CN CO EC IN KG NG RO RU SG TJ TM UZ', digits(6)),
  ...group('CL', digits(7)),
  ...group('TW', digits(3, 5, 6)),
  ...group('MU', plain(/^[A-Z0-9][0-9]{4}$/)),
  ...group('VE', plain(/^[0-9]{4}[A-Z]?$/)),
  ...group('LV', plain(/^(?:LV)?[0-9]{4}$/)),
  ...group('LT', plain(/^(?:LT)?[0-9]{5}$/)),
  ...group('AZ', plain(/^(?:AZ)?[0-9]{4}$/)),
  ...group('HT', plain(/^(?:HT)?[0-9]{4}$/)),
  ...group('MD', plain(/^(?:MD)?[0-9]{4}$/)),
  ...group('AD', plain(/^AD[0-9]{3}$/)),
  ...group('BB', plain(/^BB[0-9]{5}$/)),
  ...group('BN', plain(/^[A-Z]{2}[0-9]{4}$/)),
  ...group('SZ', plain(/^[HLMS][0-9]{3}$/)),
  ...group('VC', plain(/^VC[0-9]{4}$/)),
  ...group('VG', plain(/^VG[0-9]{4}$/)),
  ...group('AR', plain(/^(?:[A-Z][0-9]{4}(?:[A-Z]{3})?|[0-9]{4})$/)),
  ...group('KZ', plain(/^(?:[0-9]{6}|[A-Z][0-9]{2}[A-Z][0-9][A-Z][0-9])$/)),
  ...group('AS FM GU MH MP PR PW UM US VI', split(/^[0-9]{5}(?:[0-9]{4})?$/, 5, '-')),
  ...group('SA', split(/^[0-9]{5}(?:[0-9]{4})?$/, 5, '-')),
  ...group('LB', split(/^[0-9]{4}(?:[0-9]{4})?$/, 4, ' ')),
  ...group('CA', split(/^[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][0-9][ABCEGHJ-NPRSTV-Z][0-9]$/, 3, ' ')),
  ...group('GB GG IM JE', split(BRITISH, -3, ' ')),
  ...group('FK', split(/^FIQQ1ZZ$/, -3, ' ')),
  ...group('GI', split(/^GX111AA$/, -3, ' ')),
  ...group('GS', split(/^SIQQ1ZZ$/, -3, ' ')),
  ...group('IO', split(/^BBND1ZZ$/, -3, ' ')),
  ...group('PN', split(/^PCRN1ZZ$/, -3, ' ')),
  ...group('SH', split(/^(?:ASCN|STHL|TDCU)1ZZ$/, -3, ' ')),
  ...group('TC', split(/^TKCA1ZZ$/, -3, ' ')),
  ...group('AI', split(/^AI2640$/, 2, '-')),
  ...group('BM', split(/^[A-Z]{2}[A-Z0-9]{2}$/, 2, ' ')),
  ...group('KY', split(/^KY[0-9]{5}$/, 3, '-')),
  ...group('SO', split(/^[A-Z]{2}[0-9]{5}$/, 2, ' ')),
  ...group('IE', split(/^(?:[AC-FHKNPRTV-Y][0-9]{2}|D6W)[0-9AC-FHKNPRTV-Y]{4}$/, 3, ' ')),
  ...group('NL', split(/^[1-9][0-9]{3}[A-Z]{2}$/, 4, ' ')),
  ...group('SE CZ SK GR', split(/^[0-9]{5}$/, 3, ' ')),
  ...group('PL', split(/^[0-9]{5}$/, 2, '-')),
  ...group('PT', split(/^[0-9]{4}(?:[0-9]{3})?$/, 4, '-')),
  ...group('JP', split(/^[0-9]{7}$/, 3, '-')),
  ...group('BR', split(/^[0-9]{8}$/, 5, '-')),
  ...group('IR', split(/^[0-9]{10}$/, 5, '-')),
  ...group('MT', split(/^[A-Z]{3}[0-9]{2,4}$/, 3, ' ')),
]);

/** Places that have no postal codes, where nobody can be asked for one. */
const WITHOUT_CODES = new Set(
  'AE AG AO AW BF BI BJ BO BS BW BZ CF CG CI CM DJ DM ER FJ GD GH GM GQ GY HK KI KM KN ML MO MR MW NR QA RW SB SC SL SR ST SY TD TG TO TV UG VU YE ZW'.split(
    ' ',
  ),
);

/** Put before a code on letters from abroad, where it is not the country's own two letters: `D-10115`, `L-1234`. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map(
  [...['AT A', 'BE B', 'DE D', 'ES E', 'FI FIN', 'FR F', 'HU H', 'IT I', 'LI FL', 'LU L'], ...['NO N', 'OM PC', 'PT P', 'SE S', 'SI SLO', 'SV CP']].map(
    (line): [string, string] => [line.slice(0, 2), line.slice(3)],
  ),
);

const ANY = /^[A-Z0-9](?:[A-Z0-9 -]{0,10}[A-Z0-9])?$/;
const SEPARATORS = /[\s-]+/g;

/** Whether a fan of this country can be asked for a postal code. */
export const hasPostalCodes = (countryCode: string | undefined): boolean => countryCode === undefined || !WITHOUT_CODES.has(countryCode);

/**
 * A postal code as its country writes it (`SW1A 1AA`, `10115`, `60-321`), upper case, without the country's letters that some
 * put before it. Null where it is none.
 */
export const normalisePostalCode = (text: string, countryCode: string | undefined): string | null => {
  const given = inCapitals(text);
  if (given.length > 16) return null;
  const form = countryCode === undefined ? undefined : FORMS.get(countryCode);
  if (countryCode === undefined || form === undefined) return ANY.test(given) ? given.replaceAll(/\s+/g, ' ') : null;
  const compact = compactPostalCode(given);
  for (const before of ['', countryCode, SHORT_NAMES.get(countryCode) ?? '']) {
    if (compact.startsWith(before) && form.compact.test(compact.slice(before.length))) return asWritten(compact.slice(before.length), form);
  }
  return null;
};

const asWritten = (compact: string, { split: at, separator }: PostalForm): string => {
  if (at === undefined) return compact;
  const [head, tail] = [compact.slice(0, at), compact.slice(at)];
  return tail === '' ? head : `${head}${separator}${tail}`;
};

/** Without spaces and hyphens, upper case: the form in which prefixes are compared. */
export const compactPostalCode = (text: string): string => inCapitals(text).replaceAll(SEPARATORS, '');

const PLAIN = /^[\u0020-\u007e]*$/;

/** As keyboards of East Asia and the Arab world write digits and dashes, too, and as they are copied from other pages. */
const inCapitals = (text: string): string => {
  if (PLAIN.test(text)) return text.trim().toUpperCase();
  return text
    .normalize('NFKC')
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replaceAll(/[\p{Pd}\u2212\u30fc]/gu, '-')
    .replaceAll(/[\p{Cf}\u3012]/gu, '')
    .trim()
    .toUpperCase();
};
