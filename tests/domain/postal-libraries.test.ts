import fc from 'fast-check';
import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator';
import { describe, expect, test } from 'vitest';
import { isCountryCode } from '../../src/domain/country.ts';
import { hasPostalCodes, normalisePostalCode } from '../../src/domain/postal-code.ts';

/**
 * The table of postal codes here is held against postcode-validator's, which was made by others from other sources
 * (docs/decisions/0048-postal-codes-of-our-own.md). Where the two differ on purpose, the reason is here.
 */
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const COUNTRIES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
  (code) => isCountryCode(code) && postcodeValidatorExistsForCountry(code),
);

/** Theirs takes it and ours does not, where the code has the form. */
const ONLY_THEIRS: ReadonlyMap<string, readonly [RegExp, string]> = new Map([
  ['AI', [/^2640$/, 'there is one code, and it begins with AI']],
  ['CR', [/^\d{3}-?\d{4}$/, 'no form that the postal union names']],
  ['EC', [/^[A-Z]\d{4}[A-Z]$|^[A-Z]{2}\d{6}$/, 'codes before 2007, and letters that are not those of Ecuador']],
  ['FI', [/^AX-?\d{5}$/, 'Åland is a country of its own in ISO 3166-1']],
  ['GB', [/./, 'theirs takes letters that no code has; the examples below hold what both take']],
  ['GG', [/[JOPQVWX]|[CIKMOV]/, 'the last two letters are never C, I, K, M, O or V']],
  ['IL', [/^\d{6}$/, 'five digits before 2013 and seven since']],
  ['IM', [/./, 'as GG']],
  ['JE', [/./, 'as GG']],
  ['NI', [/-/, 'codes before 2009']],
  ['NL', [/^0/, 'no code begins with 0']],
  ['SO', [/^\d{5}$/, 'two letters come first']],
  ['TZ', [/^\d{4}$/, 'five digits']],
]);

/** Both ways of writing what is likely to be a code: digits alone, and with letters or a hyphen in the usual places. */
const SHAPES = [
  ...[3, 4, 5, 6, 7, 8, 9, 10].map((count) => `[0-9]{${count}}`),
  ...['[A-Z]{2}[0-9]{3,5}', '[A-Z]{2}-[0-9]{4,5}', '[A-Z][0-9]{3,4}', '[A-Z][0-9]{4}[A-Z]{3}', '[0-9]{4} ?[A-Z]{2}', '[A-Z]{3} ?[0-9]{2,4}'],
  ...['[0-9]{3}-[0-9]{3,4}', '[0-9]{2}-[0-9]{3}', '[0-9]{5}-[0-9]{3,5}', '[0-9]{3} [0-9]{2}', '[0-9]{4} [0-9]{4}', '[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]'],
  ...['[A-Z]{2}[0-9] [0-9][A-Z]{2}', '[A-Z][0-9]{2} [A-Z0-9]{4}', 'KY[1-3]-[0-9]{4}', 'AD[0-9]{3}', '[A-Z]{4} 1ZZ', 'GX11 1AA', 'AI-2640', 'VG[0-9]{4}'],
];

const CODES = SHAPES.flatMap((shape) => fc.sample(fc.stringMatching(new RegExp(`^${shape}$`)), { numRuns: 20, seed: 7 }));
const candidates = (country: string): readonly string[] => CODES.flatMap((code) => [code, `${country}-${code}`, `${country}${code}`]);

describe('postal codes that another library takes', () => {
  test('are known of most countries', () => {
    expect(COUNTRIES.length).toBeGreaterThan(170);
  });

  test.each(COUNTRIES)('%s: are taken here, but for what is known', (country) => {
    expect(hasPostalCodes(country)).toBe(true);
    const taken = candidates(country).filter((code) => postcodeValidator(code, country));
    const refused = taken.filter((code) => normalisePostalCode(code, country) === null);
    const [known] = ONLY_THEIRS.get(country) ?? [/(?!)/];
    expect(refused.filter((code) => !known.test(code))).toEqual([]);
  });

  test.each(['GB SW1A 1AA', 'GB M1 1AE', 'GB EC1Y 8SY', 'GB DN55 1PT', 'GB B33 8TH', 'JE JE2 3AB', 'GG GY1 1WR', 'IM IM1 1AG'])('%s', (line) => {
    const [country, code] = [line.slice(0, 2), line.slice(3)];
    expect(postcodeValidator(code, country)).toBe(true);
    expect(normalisePostalCode(code, country)).toBe(code);
  });
});

/** What is stored here is as that library writes it, or the country is here with the reason. */
const ONLY_OURS = {
  'old or new form beside the one that they know': 'AM AR BH EG KH KZ LV LT MN NI PY SA SV',
  "the country's letters are part of the code": 'AZ HT MD SO',
  'the form alone is held here, not which numbers or letters are in use':
    'AS AT AX BL CC CO CX ES FM GF GG GL GP GU IM JE KY LI MC ME MF MH MP MQ NC NF PE PF PM PR PW RE SM UM VA VI WF YT',
  'no code in use, and none is refused': 'CK',
};

test('what is stored is what the other library takes, but for what is known', () => {
  const different = COUNTRIES.filter((country) =>
    candidates(country).some((code) => {
      const stored = normalisePostalCode(code, country);
      return stored !== null && !postcodeValidator(stored, country);
    }),
  );
  expect(different).toEqual(Object.values(ONLY_OURS).join(' ').split(' ').sort());
});
