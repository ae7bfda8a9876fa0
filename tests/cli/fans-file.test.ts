import { expect, test } from 'vitest';
import { compileFanRow, fansColumns } from '../../src/cli/fans-file.ts';

const preferences = [
  { key: 'email', type: 'email', is_optional: null },
  { key: 'markets', type: 'markets', is_optional: null },
  { key: 'tickets', type: 'ticket_count', is_optional: null },
  { key: 'access', type: 'checklist', is_optional: true },
  { key: 'news', type: 'opt_in', is_optional: true },
  { key: 'promoters', type: 'promoterOptIns', is_optional: true },
] as const;

const row = (values: Readonly<Record<string, string>>) => {
  const { slug, entry, userInfo } = compileFanRow('tour', preferences)({ line: 2, values });
  return { slug, entry: JSON.parse(entry), userInfo };
};

test('a row becomes what a fan would have sent', () => {
  expect(
    row({
      globalUserId: 'f1',
      email: 'a@example.org',
      firstName: 'A',
      lastName: 'B',
      phoneNumber: '',
      markets: 'london > paris',
      tickets: '2',
      access: 'wheelchair|companion',
      news: 'TRUE',
      promoters: 'london|paris=false',
    }),
  ).toEqual({
    slug: 'tour',
    userInfo: { globalUserId: 'f1', email: 'a@example.org', firstName: 'A', lastName: 'B' },
    entry: {
      email: 'a@example.org',
      markets: ['london', 'paris'],
      tickets: 2,
      access: ['wheelchair', 'companion'],
      news: true,
      promoters: { london: true, paris: false },
    },
  });
});

test('what is no number and no yes goes as it is, so that the rules name the field', () => {
  expect(row({ tickets: 'two', news: 'maybe' }).entry).toEqual({ tickets: 'two', news: 'maybe' });
});

test('columns of what must be answered are required, those of what may be left out are known', () => {
  const { required, known } = fansColumns(preferences);
  expect(required).toEqual(['globalUserId', 'email', 'firstName', 'lastName', 'markets', 'tickets']);
  expect(known).toEqual(expect.arrayContaining(['memberId', 'locale', 'access', 'news', 'promoters']));
});

test('what a gate asks for has columns that a file may leave out', () => {
  const inputOf = compileFanRow('tour', preferences);
  expect(inputOf({ line: 2, values: { globalUserId: 'f1', doTransfer: 'True', idvToken: 'a.b.c' } })).toEqual({
    slug: 'tour',
    entry: '{"idvToken":"a.b.c"}',
    userInfo: { globalUserId: 'f1' },
    doTransfer: true,
  });
  for (const doTransfer of ['', 'false', 'yes']) expect(inputOf({ line: 2, values: { doTransfer } })).not.toHaveProperty('doTransfer');
});
