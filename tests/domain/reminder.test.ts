import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  announced,
  GENERATOR_HORIZON_MS,
  hasReminders,
  missedReminder,
  nextReminder,
  reminderStep,
  sendTimes,
  TARGET_RATE,
} from '../../src/domain/reminder.ts';
import { market, summerTour } from '../support/summer-tour.ts';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);
const presale = '2027-02-12T10:00:00.000Z';
const due = '2027-02-12T08:00:00.000Z';

describe('spreading mails', () => {
  const plan = fc.record({
    dueAt: fc.integer({ min: 0, max: 5 * HOUR }),
    now: fc.integer({ min: 0, max: 5 * HOUR }),
    presaleAt: fc.integer({ min: 5 * HOUR + 1, max: 8 * HOUR }),
    mostWinners: fc.integer({ min: 0, max: 1_000_000 }),
  });

  test('never before the due time, never in the past, in order, and all before the presale', () => {
    fc.assert(
      fc.property(plan, fc.nat(), (given, index) => {
        const sendAt = sendTimes(given);
        expect(sendAt(index)).toBeGreaterThanOrEqual(given.now);
        expect(sendAt(index)).toBeGreaterThanOrEqual(Math.min(given.dueAt, given.presaleAt - 1));
        expect(sendAt(index)).toBeLessThan(given.presaleAt);
        expect(sendAt(index + 1)).toBeGreaterThanOrEqual(sendAt(index));
      }),
    );
  });

  test('at the target rate where there is time', () => {
    const sendAt = sendTimes({ dueAt: at(due), now: at(due), presaleAt: at(presale), mostWinners: 1000 });
    expect(sendAt(0)).toBe(at(due));
    expect(sendAt(10 * TARGET_RATE)).toBe(at(due) + 10_000);
  });

  test('faster where there is not, spread evenly over the time that is left', () => {
    const presaleAt = at(due) + 10_000;
    const sendAt = sendTimes({ dueAt: at(due), now: at(due), presaleAt, mostWinners: 1000 });
    expect(sendAt(999)).toBeLessThan(presaleAt);
    const firstHalf = Array.from({ length: 1000 }, (_, index) => sendAt(index)).filter((time) => time < at(due) + 5000);
    expect(firstHalf.length).toBeGreaterThan(490);
    expect(firstHalf.length).toBeLessThan(510);
  });
});

describe('the reminder to announce', () => {
  const early = '2027-02-11T20:00:00.000Z';
  const until = (now: string): number => at(now) + 24 * HOUR;

  test('is the first that falls due before the next daily run', () => {
    expect(nextReminder([due, early], market(), at('2027-02-11T00:00:00Z'), until('2027-02-11T00:00:00Z'))).toBe(early);
    expect(nextReminder([due], market(), at('2027-02-11T00:00:00Z'), until('2027-02-11T00:00:00Z'))).toBeNull();
  });

  test('is the first of several to come, in whatever order they are written', () => {
    const now = at('2027-02-11T12:00:00Z');
    for (const reminders of [
      [due, early],
      [early, due],
    ])
      expect(nextReminder(reminders, market(), now, now + 24 * HOUR)).toBe(early);
    for (const reminders of [
      [due, early],
      [early, due],
    ])
      expect(nextReminder(reminders, market(), at(due), at(due) + 1)).toBe(due);
  });

  test('is left to the next daily run from the moment on that it runs', () => {
    expect(nextReminder([due], market(), at(due) - HOUR, at(due))).toBeNull();
    expect(nextReminder([due], market(), at(due) - HOUR, at(due) + 1)).toBe(due);
  });

  test('is only the last of several that were missed', () => {
    expect(nextReminder([early, due], market(), at('2027-02-12T09:00:00Z'), until('2027-02-12T09:00:00Z'))).toBe(due);
  });

  test('is none while one is still to be planned, and each is announced once', () => {
    const now = at('2027-02-12T00:00:00Z');
    const waiting = market({ notification: announced(early) });
    expect(nextReminder([early, due], waiting, now, now + 24 * HOUR)).toBeNull();
    const planned = market({ notification: { ...announced(due), plannedAt: due } });
    expect(nextReminder([early, due], planned, now, now + 24 * HOUR)).toBeNull();
  });

  test('is none once the presale has begun, nor one that is no earlier than the presale', () => {
    expect(nextReminder([due], market(), at(presale), until(presale))).toBeNull();
    expect(nextReminder([presale], market(), at('2027-02-12T00:00:00Z'), until('2027-02-12T00:00:00Z'))).toBeNull();
  });
});

describe('the hourly look', () => {
  const { campaign } = summerTour();
  const look = (notification: Parameters<typeof market>[0] & object, now: string, changes = campaign) => reminderStep(changes, market(notification), at(now));

  test('plans what is due, and nothing earlier', () => {
    expect(look({ notification: announced(due) }, '2027-02-12T07:59:59Z')).toEqual({ kind: 'none' });
    expect(look({ notification: announced(due) }, due)).toEqual({ kind: 'plan' });
  });

  test('announces one that the daily run could not know of, and none before it is due or after the presale began', () => {
    expect(look({ notification: null }, '2027-02-12T07:59:59Z')).toEqual({ kind: 'none' });
    expect(look({ notification: null }, due)).toEqual({ kind: 'announce-and-plan', dueAt: due });
    expect(look({ notification: null }, presale)).toEqual({ kind: 'none' });
  });

  test('does not plan twice', () => {
    expect(look({ notification: { ...announced(due), plannedAt: due } }, '2027-02-12T09:00:00Z')).toEqual({ kind: 'none' });
  });

  test('clears what the presale has overtaken, planned or not', () => {
    expect(look({ notification: announced(due) }, presale)).toEqual({ kind: 'clear' });
    expect(look({ notification: { ...announced(due), plannedAt: due } }, presale)).toEqual({ kind: 'clear' });
  });

  test('takes up a second reminder of the same day', () => {
    const second = '2027-02-12T09:00:00.000Z';
    const twice = { ...campaign, date: { ...campaign.date, reminders: [due, second] } };
    const planned = { notification: { ...announced(due), plannedAt: due } };
    expect(look(planned, '2027-02-12T08:30:00Z', twice)).toEqual({ kind: 'none' });
    expect(look(planned, second, twice)).toEqual({ kind: 'announce-and-plan', dueAt: second });
  });

  test('leaves campaigns alone whose reminders are switched off', () => {
    const off = { ...campaign, options: { ...campaign.options, automatedReminders: false } };
    expect(look({ notification: announced(due) }, due, off)).toEqual({ kind: 'none' });
  });
});

test('fans are reminded of campaigns that are open or closed, unless that is switched off', () => {
  const { campaign } = summerTour();
  for (const [status, expected] of [
    ['DRAFT', false],
    ['PREVIEW', false],
    ['OPEN', true],
    ['CLOSED', true],
  ] as const) {
    expect(hasReminders({ status, options: { ...campaign.options, automatedReminders: true } })).toBe(expected);
    expect(hasReminders({ status, options: { ...campaign.options, automatedReminders: false } })).toBe(false);
  }
});

test('the daily run looks ahead to the next one', () => {
  expect(GENERATOR_HORIZON_MS).toBe(24 * HOUR);
});

describe('the reminder that a late winner missed', () => {
  const { campaign } = summerTour();
  const planned = { ...announced(due), plannedAt: due };
  const missed = (notification: typeof planned | ReturnType<typeof announced> | null, now = due, options = campaign.options) =>
    missedReminder({ status: 'CLOSED', options }, market({ notification }), at(now));

  test('is the one that was planned last, until the presale starts', () => {
    expect(missed(planned)).toBe(due);
    expect(missed(planned, '2027-02-12T09:59:59.999Z')).toBe(due);
    expect(missed(planned, presale)).toBeNull();
  });

  test('is none where none was planned yet, or nobody is reminded', () => {
    expect(missed(null)).toBeNull();
    expect(missed(announced(due))).toBeNull();
    expect(missed(planned, due, { ...campaign.options, automatedReminders: false })).toBeNull();
  });
});
