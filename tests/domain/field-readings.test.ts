import { describe, expect, test } from 'vitest';
import { country, flag, id, instant, integer, locale, oneOf, type Reading, text, textLike, timezone, webAddress } from '../../src/domain/field-readings.ts';

const read = <T>(reading: Reading<T>, value: unknown): unknown => {
  const result = reading.read(value);
  return 'value' in result ? result.value : { problem: result.problem };
};
const problem = (words: string): object => ({ problem: words });

describe('a text', () => {
  test('is trimmed, has 1 to so many characters, and is no other thing', () => {
    expect(read(text(3), ' abc ')).toBe('abc');
    expect(read(text(3), 'abcd')).toEqual(problem('must be at most 3 characters long'));
    expect(read(text(), 'x'.repeat(200))).toBe('x'.repeat(200));
    expect(read(text(), 'x'.repeat(201))).toEqual(problem('must be at most 200 characters long'));
    expect(read(text(), '  ')).toEqual(problem('must not be empty'));
    expect(read(text(), 7)).toEqual(problem('must be a text; put it in quotes'));
    for (const other of [true, null, [], {}]) expect(read(text(), other)).toEqual(problem('must be a text'));
    expect(read(text(), 'a\u0000')).toEqual(problem('must not hold control characters or broken Unicode'));
  });

  test('of a form has that form', () => {
    expect(read(textLike(/^a+$/, 'must be many a', 3), ' aaa')).toBe('aaa');
    expect(read(textLike(/^a+$/, 'must be many a'), 'b')).toEqual(problem('must be many a'));
    for (const right of ['a', '0-z', 'x'.repeat(64)]) expect(read(id, right)).toBe(right);
    for (const wrong of ['A', 'a b', 'a_', 'x'.repeat(65)]) expect(read(id, wrong)).toEqual(problem('must be 1 to 64 of the characters a-z, 0-9 and "-"'));
  });
});

test('yes or no, a whole number, one of some words', () => {
  expect([true, false].map((value) => read(flag, value))).toEqual([true, false]);
  expect(read(flag, 'yes')).toEqual(problem('must be true or false'));
  expect([1, 9].map((value) => read(integer(1, 9), value))).toEqual([1, 9]);
  for (const wrong of [0, 10, 1.5, '1', Number.NaN]) expect(read(integer(1, 9), wrong)).toEqual(problem('must be a whole number from 1 to 9'));
  expect(read(oneOf('red', 'blue'), 'blue')).toBe('blue');
  expect(read(oneOf('red', 'blue'), 'bleu')).toEqual(problem('must be one of red, blue; did you mean "blue"?'));
  for (const wrong of [7, 'x', ['red']]) expect(read(oneOf('red', 'blue'), wrong)).toEqual(problem('must be one of red, blue'));
});

describe('a moment', () => {
  test.each<[unknown, string]>([
    ['2027-02-01T10:00:00Z', '2027-02-01T10:00:00.000Z'],
    [' 2027-02-01T10:00:30Z ', '2027-02-01T10:00:30.000Z'],
    ['2027-02-01T10:00Z', '2027-02-01T10:00:00.000Z'],
    ['2027-02-01T10:00:00.5+01:00', '2027-02-01T09:00:00.500Z'],
    ['2027-02-01T10:00:00.123456789-05:30', '2027-02-01T15:30:00.123Z'],
    ['2028-02-29T23:00-02:00', '2028-03-01T01:00:00.000Z'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
  ])('%j is %s', (value, expected) => {
    expect(read(instant, value)).toBe(expected);
  });

  const noDate = 'is not a date that exists';
  const noMoment = 'must be a date and time with its zone, such as 2027-02-01T10:00:00Z';
  test.each<[unknown, string]>([
    ['2027-02-29T10:00:00Z', noDate],
    ['2027-13-01T10:00:00Z', noDate],
    ['2027-00-01T10:00:00Z', noDate],
    ['2027-02-01T25:00:00Z', noDate],
    ['2027-02-01T10:61Z', noDate],
    ['2027-02-01T10:00:00+99:00', noDate],
    [new Date(Number.NaN), noDate],
    ['9999-12-31T23:59:59-01:00', 'is too far away'],
    ['2027-02-01', noMoment],
    ['2027-02-01T10:00:00', noMoment],
    ['2027-02-01 10:00:00Z', noMoment],
    ['2027-02-01T10:00:00.Z', noMoment],
    ['2027-02-01T10:00:00.1234567890Z', noMoment],
    ['on 2027-02-01T10:00:00Z', noMoment],
    ['2027-02-01T10:00:00Z or so', noMoment],
    ['2027-02-01T10:00:00Zulu', noMoment],
    [7, noMoment],
  ])('%j is none', (value, words) => {
    expect(read(instant, value)).toEqual(problem(words));
  });
});

describe('a time zone', () => {
  const none = 'is not the IANA name of a time zone, such as Europe/London';
  test.each(['Europe/London', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+5', 'Asia/Calcutta', 'Asia/Kolkata', 'US/Eastern'])('%s is one', (name) => {
    expect(read(timezone, name)).toBe(name);
  });
  test.each([
    ['europe/london', `${none}; did you mean "Europe/London"?`],
    ['EUROPE/LONDON', `${none}; did you mean "Europe/London"?`],
    ['Europe/Lodnon', `${none}; did you mean "Europe/London"?`],
    ['Mars/Olympus', none],
    ['+01:00', none],
    ['us/eastern', none],
    ['us/Eastern', none],
  ])('%s is none', (name, words) => {
    expect(read(timezone, name)).toEqual(problem(words));
  });
});

test('a country is two capital letters', () => {
  const none = "must be a country's two capital letters (ISO 3166-1), such as GB";
  expect(read(country, 'GB')).toBe('GB');
  expect(read(country, 'fr')).toEqual(problem(`${none}; did you mean "FR"?`));
  expect(read(country, 'UK')).toEqual(problem(`${none}; did you mean "GB"?`));
  expect(read(country, 'ZZ')).toEqual(problem(none));
});

test('a language is a tag in its canonical form', () => {
  expect(['en', 'PT-br', 'zh-hant-tw'].map((tag) => read(locale, tag))).toEqual(['en', 'pt-BR', 'zh-Hant-TW']);
  expect(read(locale, 'english!')).toEqual(problem('must be a language tag (BCP 47), such as en or pt-BR'));
});

describe('a web address', () => {
  test.each(['https://tickets.example/london', 'http://tickets.example:8080/?a=b#c', `https://tickets.example/${'x'.repeat(1976)}`])('%s is one', (address) => {
    expect(read(webAddress, address)).toBe(address);
  });
  test.each(['tickets.example', 'ftp://tickets.example', 'javascript:alert(1)', 'https://'])('%s is none', (address) => {
    expect(read(webAddress, address)).toEqual(problem('must be a web address, such as https://tickets.example/london'));
  });
  test.each(['https://ann@tickets.example', 'https://:secret@tickets.example', 'https://ann:secret@tickets.example'])('%s says who opens it', (address) => {
    expect(read(webAddress, address)).toEqual(problem('must not hold a user name or password'));
  });
  test('has 2,000 characters at most', () => {
    expect(read(webAddress, `https://tickets.example/${'x'.repeat(1977)}`)).toEqual(problem('must be at most 2000 characters long'));
  });
});
