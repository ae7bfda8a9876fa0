import { describe, expect, test } from 'vitest';
import { catalogues } from '../../src/services/user/mail/language.ts';
import { CODE, type MailChanges, mails } from '../support/mail-inputs.ts';
import { market } from '../support/summer-tour.ts';

const calendarOf = (changes: MailChanges = {}, name: 'reminder' | 'winner' = 'reminder'): string => {
  const [file, ...others] = mails[name](changes).attachments;
  expect(others).toEqual([]);
  expect([file?.filename, file?.contentType]).toEqual(['presale.ics', 'text/calendar; charset=utf-8; method=PUBLISH']);
  return file?.content ?? '';
};

/** Lines as they were before they were folded (RFC 5545, 3.1). */
const linesOf = (calendar: string): readonly string[] => calendar.replaceAll('\r\n ', '').split('\r\n');
const propertyOf = (calendar: string, property: string): string | undefined => {
  const line = linesOf(calendar).find((one) => one.startsWith(`${property}:`) || one.startsWith(`${property};`));
  return line?.slice(line.indexOf(':') + 1);
};
const plain = (text = ''): string => text.replaceAll('\\n', '\n').replaceAll(/\\([\\;,])/g, '$1');

test('the presale stands in the calendar from its start to its end, with the place and the way to the tickets', () => {
  const calendar = calendarOf();
  expect(propertyOf(calendar, 'METHOD')).toBe('PUBLISH');
  expect(propertyOf(calendar, 'DTSTART')).toBe('20270212T100000Z');
  expect(propertyOf(calendar, 'DTEND')).toBe('20270214T100000Z');
  expect(plain(propertyOf(calendar, 'SUMMARY'))).toBe('Presale: Summer Tour, London');
  expect(plain(propertyOf(calendar, 'LOCATION'))).toBe('Example Arena, London');
  expect(propertyOf(calendar, 'URL')).toBe('https://tickets.example/london');
  expect(plain(propertyOf(calendar, 'DESCRIPTION'))).toContain('https://tickets.example/london');
});

test('an alarm rings 15 minutes before', () => {
  const [, alarm = ''] = /BEGIN:VALARM\r\n([\s\S]*?)END:VALARM/.exec(calendarOf()) ?? [];
  expect(linesOf(alarm)).toEqual(expect.arrayContaining(['ACTION:DISPLAY', 'TRIGGER:-PT15M']));
});

test('components nest, and an alarm comes after the properties of its event (RFC 5545, 3.6.1)', () => {
  const lines = linesOf(calendarOf());
  expect(lines.filter((line) => /^(BEGIN|END):/.test(line))).toEqual([
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'BEGIN:VALARM',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
  expect(lines.slice(lines.indexOf('END:VALARM'))).toEqual(['END:VALARM', 'END:VEVENT', 'END:VCALENDAR', '']);
});

describe('of several files about one market the latest counts', () => {
  test('the result’s and the reminder’s are about one event, of which the later is the newer', () => {
    const [result, reminder] = [calendarOf({ date: Date.UTC(2027, 1, 9) }, 'winner'), calendarOf({ date: Date.UTC(2027, 1, 12) })];
    expect(propertyOf(result, 'UID')).toBe('presale-london-1@reg.example');
    expect(propertyOf(reminder, 'UID')).toBe(propertyOf(result, 'UID'));
    expect(propertyOf(reminder, 'DTSTAMP')).toBe('20270212T000000Z');
    expect(Number(propertyOf(reminder, 'SEQUENCE'))).toBeGreaterThan(Number(propertyOf(result, 'SEQUENCE')));
  });

  test('the same mail made again holds the same file', () => {
    expect(calendarOf()).toBe(calendarOf());
  });

  test('another market is another event', () => {
    expect(propertyOf(calendarOf({ market: { id: 'berlin-1' } }), 'UID')).toBe('presale-berlin-1@reg.example');
  });
});

test.each(['reminder', 'winner'] as const)('%s: the code is never in it, as calendars are shared', (name) => {
  for (const mode of [{ mode: 'unique' }, { mode: 'shared', sharedCode: CODE }] as const) {
    const { text, attachments } = mails[name]({ market: { codes: mode } });
    expect(text).toContain(CODE);
    expect(attachments[0]?.content).not.toContain(CODE);
  }
});

test.each(['receipt', 'waitlist', 'loser'] as const)('%s: has none', (name) => {
  expect(mails[name]({}).attachments).toEqual([]);
});

describe.each(Object.keys(catalogues))('in %s', (locale) => {
  const name = 'Ein \u{1f3b8} sehr langer Name; mit, allem \\ und جولة الصيف '.repeat(4).trim();
  const calendar = calendarOf({ locale, campaign: { name }, market: { event: { ...market().event, venue: name } } });

  test('lines have at most 75 octets and no broken character, whatever they are about', () => {
    const lines = calendar.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.filter((line) => !line.isWellFormed() || /[\r\n]/.test(line))).toEqual([]);
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  test('a name comes through with all its marks', () => {
    expect(plain(propertyOf(calendar, 'SUMMARY'))).toContain(name);
    expect(plain(propertyOf(calendar, 'LOCATION'))).toContain(name);
  });

  test('says what it is about in that language', () => {
    const texts = catalogues[locale];
    expect(plain(propertyOf(calendarOf({ locale }), 'SUMMARY'))).toBe(texts?.calendar.summary({ campaign: 'Summer Tour', market: 'London' }));
  });
});
