import { describe, expect, test } from 'vitest';
import { compactPostalCode, hasPostalCodes, normalisePostalCode } from '../../src/domain/postal-code.ts';

describe('countries that write their codes in more than one way', () => {
  test.each([
    ['BH', '101', '101'],
    ['BH', '1010', '1010'],
    ['CR', '1000', '1000'],
    ['CR', '10101', '10101'],
    ...['KH', 'MN', 'RS', 'VN'].flatMap((country) => [
      [country, '12000', '12000'],
      [country, '120101', '120101'],
    ]),
    ['TW', '100', '100'],
    ['TW', '10048', '10048'],
    ['TW', '100488', '100488'],
    ['VE', '1010', '1010'],
    ['VE', '1010a', '1010A'],
    ['LV', '1010', '1010'],
    ['LV', 'LV-1010', 'LV1010'],
    ['LT', '01100', '01100'],
    ['AZ', '1000', '1000'],
    ['HT', '6110', '6110'],
    ['MD', '2001', '2001'],
    ['AR', '1425', '1425'],
    ['AR', 'C1425', 'C1425'],
    ['AR', 'C1425ABC', 'C1425ABC'],
    ['US', '12345', '12345'],
    ['US', '12345 6789', '12345-6789'],
    ['SA', '12345', '12345'],
    ['SA', '12345 6789', '12345-6789'],
    ['LB', '1107', '1107'],
    ['LB', '11072810', '1107 2810'],
    ['PT', '1000', '1000'],
    ['PT', '1000205', '1000-205'],
    ['MT', 'vlt1117', 'VLT 1117'],
  ])('%s: %s is %s', (country, given, expected) => {
    expect(normalisePostalCode(given, country)).toBe(expected);
  });

  test.each([
    ['VE', 'X1010A'],
    ['VE', '1010AB'],
    ['VE', '10101'],
    ['AR', 'CC1425'],
    ['AR', '14255'],
    ...['US', 'SA'].flatMap((country) => [
      [country, '1'],
      [country, '12345ABCD'],
    ]),
    ...['BH', 'CR', 'KH', 'MN', 'RS', 'VN', 'TW'].map((country) => [country, 'A1']),
    ['MT', 'AVLT1117'],
    ['MT', 'VLT11171'],
    ['GB', '1SW1A1AA'],
    ['GB', 'SW1A1AA1'],
  ])('%s: %s is none', (country, given) => {
    expect(normalisePostalCode(given, country)).toBeNull();
  });
});

test.each([
  ['AT', 'A-1010', '1010'],
  ['BE', 'B-1000', '1000'],
  ['DE', 'D-10115', '10115'],
  ['ES', 'E-28001', '28001'],
  ['FI', 'FIN-00100', '00100'],
  ['FR', 'F-75001', '75001'],
  ['HU', 'H-1011', '1011'],
  ['IT', 'I-00184', '00184'],
  ['LI', 'FL-9490', '9490'],
  ['LU', 'L-1234', '1234'],
  ['NO', 'N-0150', '0150'],
  ['OM', 'PC 100', '100'],
  ['PT', 'P-1000-205', '1000-205'],
  ['SE', 'S-114 55', '114 55'],
  ['SI', 'SLO-1000', '1000'],
  ['SV', 'CP 1101', '1101'],
])('%s: what letters from abroad have before the code is left out: %s', (country, given, expected) => {
  expect(normalisePostalCode(given, country)).toBe(expected);
});

describe('where no form is known', () => {
  test.each([
    ['a', 'A'],
    ['ab  12', 'AB 12'],
    ['１２－３ａ', '12-3A'],
    ['\u3000１２ａ\u3000', '12A'],
    ['12–3', '12-3'],
    ['A23456789012', 'A23456789012'],
  ])('%j is %s', (given, expected) => {
    expect(normalisePostalCode(given, undefined)).toBe(expected);
  });

  test.each(['', '-', '-A', 'A-', '.A', 'A.', 'A_1', 'A234567890123'])('%j is none', (given) => {
    expect(normalisePostalCode(given, undefined)).toBeNull();
  });

  test('anybody may be asked for one', () => {
    expect([hasPostalCodes(undefined), hasPostalCodes('DE'), hasPostalCodes('HK')]).toEqual([true, true, false]);
  });
});

test('a code may have 16 signs with all that sets them apart', () => {
  expect(normalisePostalCode('1- -0- -1- -1 -5', 'DE')).toBe('10115');
  expect(normalisePostalCode('1- -0- -1- -1- -5', 'DE')).toBeNull();
});

test('prefixes are compared without anything between the signs', () => {
  expect(compactPostalCode(' sw1a - 1aa ')).toBe('SW1A1AA');
});
