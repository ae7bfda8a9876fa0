import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { isCountryCode } from '../../src/domain/country.ts';
import { normalisePhoneNumber } from '../../src/domain/phone-number.ts';
import { hasPostalCodes, normalisePostalCode } from '../../src/domain/postal-code.ts';

describe('phone numbers of every country that libphonenumber-js knows', () => {
  const numbers = getCountries().flatMap((country) => getExampleNumber(country, examples) ?? []);

  test('are read in every way of writing them, as one number', () => {
    expect(numbers.length).toBeGreaterThan(240);
    for (const number of numbers) {
      const country = number.country ?? '';
      const ways = [number.formatInternational(), number.number, ` ${number.formatInternational().replaceAll(' ', '-')} `];
      // Without the prefix it takes to know the country, which a fan's profile says.
      if (isCountryCode(country)) ways.push(number.formatNational());
      for (const way of ways) expect([country, way, normalisePhoneNumber(way.trim(), country)]).toEqual([country, way, number.number]);
    }
  });

  test('are refused with digits too many, or as part of other words', () => {
    for (const { number, country } of numbers) {
      expect([number, normalisePhoneNumber(`${number}0000000000`, country)]).toEqual([number, null]);
      expect([number, normalisePhoneNumber(`call ${number}`, country)]).toEqual([number, null]);
    }
  });

  test('are written in 40 characters at most', () => {
    const written = (length: number): string => `+44${' '.repeat(length - 13)}2079460018`;
    expect(normalisePhoneNumber(written(40), undefined)).toBe('+442079460018');
    expect(normalisePhoneNumber(written(41), undefined)).toBeNull();
  });

  test('whatever is stored is E.164, and stays what it is', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789+-() /.x'), minLength: 1, maxLength: 45 });
    fc.assert(
      fc.property(digits, fc.constantFrom(undefined, ...getCountries()), (text, country) => {
        const number = normalisePhoneNumber(text, country);
        if (number === null) return;
        expect(number).toMatch(/^\+[1-9]\d{3,14}$/);
        expect(normalisePhoneNumber(number, undefined)).toBe(number);
      }),
      { numRuns: 5_000, examples: [['0000000', 'CA']] },
    );
  });
});

/** A code of each country that has some, as the country writes it (Universal Postal Union, addressing sheets). */
const CODES = new Map(
  (
    'AD AD500|AF 1001|AI AI-2640|AL 1001|AM 0010|AR C1070AAM|AR 1070|AS 96799|AT 1010|AU 2060|AX 22150|AZ AZ1000|BA 71000|BB BB23026|BD 1340|BE 4000|BG 1000|' +
    'BH 317|BH 1216|BL 97133|BM FL 07|BN BT2328|BR 40301-110|BT 11001|BY 223016|CA H3Z 2Y7|CC 6799|CH 2544|CL 8340457|CN 266033|CO 111221|CR 10101|CU 10700|' +
    'CV 7600|CX 6798|CY 2008|CZ 100 00|DE 01067|DK 8660|DO 11903|DZ 40304|EC 090105|EE 69501|EG 12411|EH 70000|ES 28039|ET 1000|FI 00550|FK FIQQ 1ZZ|FM 96941|' +
    'FO 100|FR 33380|GB EC1Y 8SY|GB M1 1AE|GB GIR 0AA|GE 0101|GF 97300|GG GY1 1AA|GI GX11 1AA|GL 3900|GP 97100|GR 151 24|GS SIQQ 1ZZ|GT 09001|GU 96910|GW 1000|' +
    'HM 7050|HN 31301|HR 10000|HT HT6120|HU 1037|ID 40115|IE A65 F4E2|IE D6W XY00|IL 9614303|IM IM2 1AA|IN 110034|IO BBND 1ZZ|IQ 31001|IR 11936-12345|IS 320|' +
    'IT 00144|JE JE1 1AA|JO 11937|JP 154-0023|KE 20100|KG 720001|KH 120203|KR 03051|KW 54541|KY KY1-1100|KZ 040900|KZ A15X7N8|LA 01160|LB 2038 3054|LI 9496|' +
    'LK 20000|LR 1000|LS 100|LT LT04340|LU 4750|LV LV1073|MA 53000|MC 98000|MD MD2012|ME 81257|MF 97100|MG 501|MH 96960|MK 1314|MM 11181|MN 65030|MP 96950|' +
    'MQ 97220|MT VLT 1117|MU 42602|MV 20026|MX 02860|MY 43000|MZ 1102|NA 10001|NC 98814|NE 8001|NF 2899|NG 930283|NI 52000|NL 1234 AB|NO 0025|NP 44601|NZ 6001|' +
    'OM 133|PE 15001|PF 98709|PG 111|PH 1008|PK 44000|PL 00-950|PM 97500|PN PCRN 1ZZ|PR 00930|PT 2725-079|PW 96940|PY 1536|RE 97400|RO 060274|RS 11000|RS 106314|' +
    'RU 247112|SA 11564|SD 11042|SE 114 55|SG 546080|SH STHL 1ZZ|SI 4000|SJ 9170|SK 010 01|SM 47890|SN 12500|SO JH 09010|SV 1101|SZ H100|TC TKCA 1ZZ|TH 10150|' +
    'TJ 735450|TM 744000|TN 1002|TR 01960|TW 104|TW 10491|TZ 11101|UA 15432|UM 96898|US 95014|US 95014-1234|UY 11600|UZ 702100|VA 00120|VC VC0100|VE 1010|VG VG1110|' +
    'VI 00802-1222|VN 70010|VN 700000|WF 98600|XK 10000|YT 97600|ZA 0083|ZM 50100'
  )
    .split('|')
    .map((line) => [line.slice(3), line.slice(0, 2)]),
);

describe('postal codes of every country that has some', () => {
  test.each([...CODES].map(([code, country]) => [country, code] as const))('%s: %s is read in every way of writing it', (country, code) => {
    expect(isCountryCode(country)).toBe(true);
    expect(hasPostalCodes(country)).toBe(true);
    const compact = code.replaceAll(/[ -]/g, '');
    for (const way of [code, code.toLowerCase(), ` ${compact} `, code.replace(' ', '-'), code.replace('-', ' ')]) {
      expect([way, normalisePostalCode(way, country)]).toEqual([way, code]);
    }
  });

  test.each([
    ['LU', 'L-1234', '1234'],
    ['LU', 'LU-1234', '1234'],
    ['DE', 'D 10115', '10115'],
    ['CH', 'CH-8000', '8000'],
    ['SE', 'SE-114 55', '114 55'],
    ['FI', 'FIN-00100', '00100'],
    ['JP', '〒154-0023', '154-0023'],
    ['JP', '１５４ー００２３', '154-0023'],
    ['IR', '١١٩٣٦–١٢٣٤٥', '11936-12345'],
    ['GB', 'sw1a\u00a01aa', 'SW1A 1AA'],
    ['GB', '\u202aSW1A 1AA\u202c', 'SW1A 1AA'],
  ])('%s: %s is read as people there, and abroad, write it', (country, given, code) => {
    expect(normalisePostalCode(given, country)).toBe(code);
  });

  test.each([
    ['DE', 'CH-10115'],
    ['GB', 'SW1A'],
    ['US', '1234'],
    ['EG', '123'],
    ['DE', '10115 Berlin'],
    [undefined, '<10115>'],
  ])('%s: %s is none', (country, given) => {
    expect(normalisePostalCode(given, country)).toBeNull();
  });

  test('are refused with a sign too many, too few or another, but where a country has longer and shorter ones', () => {
    const accepted = [...CODES].flatMap(([code, country]) => {
      const compact = code.replaceAll(/[ -]/g, '');
      const [longer, shorter] = [
        [`${compact}1`, `${compact}X`, `1${compact}`, `X${compact}`],
        [compact.slice(0, -1), compact.slice(1)],
      ];
      const others = [`?${compact.slice(1)}`, `${compact.slice(0, -1)}?`];
      return [...longer, ...shorter, ...others].some((near) => normalisePostalCode(near, country) !== null) ? [country] : [];
    });
    expect([...new Set(accepted)].toSorted().join(' ')).toBe('AR BH CR GB GG IM JE KH MN MT RS TW VE VN');
  });

  test('whatever is stored stays what it is, in every country', () => {
    const parts = fc.array(fc.constantFrom(...'ABDGLMUXYZ0123456789 -'), { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(fc.oneof(parts, fc.constantFrom(...CODES.keys())), fc.constantFrom(undefined, 'ZZ', ...CODES.values()), (text, country) => {
        const code = normalisePostalCode(text, country);
        if (code === null) return;
        expect(code).toMatch(/^[A-Z0-9][A-Z0-9 -]*$/);
        expect(normalisePostalCode(code, country)).toBe(code);
      }),
      { numRuns: 5_000 },
    );
  });
});
