import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resultOccurrence } from '../../src/domain/email-job.ts';
import { decideReceipt, decideReminder, decideResult, type MailFacts, type WonPlace } from '../../src/domain/mail-decision.ts';
import { entryItem } from '../support/entry-item.ts';
import { market, summerTour } from '../support/summer-tour.ts';

const DRAW = 'summer-tour/1';
const CREATED = '2027-02-01T10:00:00.000Z';
const markets = [market(), market({ id: 'paris-1', codes: { mode: 'shared', sharedCode: 'PARIS' } })];
const { campaign } = summerTour({ markets });
const presaleEnd = Date.parse(campaign.date.presaleEnd);
const now = presaleEnd - 1;
const { userInfo } = entryItem();
const known = { userInfo, modifiedAt: CREATED, unsubscribed: false };
const waitlist = [
  { marketId: 'paris-1', place: 3 },
  { marketId: 'gone-1', place: 1 },
];
const winner = entryItem({ verdict: 'WINNER', accessCode: 'CODE-1', selection: { drawId: DRAW, position: 1, marketId: 'london-1', waitlist: [] } });
const facts = (job: Partial<MailFacts['job']>, changes: Partial<MailFacts> = {}): MailFacts => ({
  job: { marketId: null, occurrence: CREATED, ...job },
  entry: winner,
  profile: known,
  campaign,
  markets,
  ...changes,
});
const won = { marketId: 'london-1', occurrence: resultOccurrence(DRAW, 'WINNER') };
const deciders = {
  reminder: (given: MailFacts, at: number) => decideReminder({ ...given, job: { ...given.job, marketId: given.job.marketId ?? 'london-1' } }, at),
  receipt: (given: MailFacts) => decideReceipt(given),
  result: (given: MailFacts, at: number) => decideResult(given, at),
};

describe('whatever the mail', () => {
  const anyFacts = fc.record({
    job: fc.record({
      marketId: fc.constantFrom(null, 'london-1', 'paris-1', 'gone-1'),
      occurrence: fc.constantFrom(CREATED, won.occurrence, `${DRAW}/LOSER`, `${DRAW}/WAITLIST`, '?'),
    }),
    entry: fc.option(
      fc.record({
        verdict: fc.constantFrom('PENDING' as const, 'WINNER' as const, 'WAITLIST' as const, 'LOSER' as const),
        marketId: fc.constantFrom(undefined, 'london-1', 'paris-1'),
        drawId: fc.constantFrom(DRAW, 'summer-tour/2'),
        accessCode: fc.constantFrom(undefined, 'CODE-1'),
        createdAt: fc.constantFrom(CREATED, '2027-02-02T10:00:00.000Z'),
        fanModifiedAt: fc.constantFrom(CREATED, '2027-02-03T10:00:00.000Z'),
      }),
    ),
    profile: fc.option(fc.record({ userInfo: fc.constantFrom(null, userInfo), modifiedAt: fc.constantFrom(null, CREATED), unsubscribed: fc.boolean() })),
    showAccessCode: fc.boolean(),
    at: fc.constantFrom(now, presaleEnd),
  });
  const made = anyFacts.map(({ job, entry, profile, showAccessCode, at }) => {
    const held = (): MailFacts['entry'] => {
      if (entry === null) return null;
      const { verdict, marketId, drawId, accessCode, createdAt, fanModifiedAt } = entry;
      const selection = { drawId, position: 1, waitlist, ...(marketId === undefined ? {} : { marketId }) };
      return entryItem({ verdict, createdAt, fanModifiedAt, selection, ...(accessCode === undefined ? {} : { accessCode }) });
    };
    return {
      at,
      given: { job, entry: held(), profile, campaign: { ...campaign, options: { ...campaign.options, showAccessCode } }, markets } satisfies MailFacts,
    };
  });

  test('nobody gets one who takes none, has withdrawn, or whose address is not known', () => {
    fc.assert(
      fc.property(made, fc.constantFrom(...Object.values(deciders)), ({ at, given }, decide) => {
        const decision = decide(given, at);
        if (given.profile?.unsubscribed === true || given.entry === null) expect(decision.kind).toBe('skip');
        if (given.profile?.userInfo === null) expect(decision.kind).not.toBe('send');
        if (decision.kind === 'send') expect(decision.userInfo).toEqual(userInfo);
      }),
    );
  });

  test('a code goes only to who holds it, while it is worth something, and where the campaign shows codes', () => {
    fc.assert(
      fc.property(made, ({ at, given }) => {
        const reminder = deciders.reminder(given, at);
        const result = deciders.result(given, at);
        const places = [reminder, result].flatMap((decision): readonly WonPlace[] => {
          if (decision.kind !== 'send') return [];
          if ('market' in decision) return [decision];
          return decision.outcome.verdict === 'WINNER' ? [decision.outcome] : [];
        });
        for (const {
          market: { id },
          accessCode,
        } of places) {
          expect(given.entry?.verdict).toBe('WINNER');
          expect(given.entry?.selection?.marketId ?? id).toBe(id);
          expect(at).toBeLessThan(presaleEnd);
          expect(accessCode === null).toBe(!given.campaign.options.showAccessCode);
          if (accessCode !== null) expect(accessCode).toBe(id === 'paris-1' ? 'PARIS' : given.entry?.accessCode);
        }
      }),
    );
  });

  test('a result says what the entry says at that moment, of the draw that it names', () => {
    fc.assert(
      fc.property(made, ({ at, given }) => {
        const decision = deciders.result(given, at);
        if (decision.kind !== 'send') return;
        expect(given.job.occurrence).toBe(`${given.entry?.selection?.drawId}/${given.entry?.verdict}`);
        expect(decision.outcome.verdict).toBe(given.entry?.verdict);
      }),
    );
  });
});

describe('a reminder', () => {
  test('is skipped for who won another market, and when market or presale is gone', () => {
    expect(decideReminder(facts({ marketId: 'paris-1' }), now)).toMatchObject({ kind: 'skip', reason: 'no winner of this market' });
    expect(decideReminder(facts({ marketId: 'gone-1' }), now)).toMatchObject({ kind: 'skip' });
    expect(decideReminder(facts({ marketId: 'london-1' }), presaleEnd)).toMatchObject({ kind: 'skip' });
    expect(decideReminder(facts({ marketId: 'london-1' }), now)).toMatchObject({ kind: 'send', market: { id: 'london-1' }, accessCode: 'CODE-1' });
  });

  test('waits for the code', () => {
    const { accessCode: _, ...withoutCode } = winner;
    expect(decideReminder(facts({ marketId: 'london-1' }, { entry: withoutCode }), now)).toMatchObject({ kind: 'later' });
  });
});

describe('a receipt', () => {
  test('is of the very registration it was planned for', () => {
    expect(decideReceipt(facts({}))).toMatchObject({ kind: 'send', answers: winner.entry });
    expect(decideReceipt(facts({ occurrence: '2027-01-31T10:00:00.000Z' }))).toMatchObject({ kind: 'skip' });
  });

  test('does not go to an address that the fan has changed by it, and does not wait where nobody knows when that was', () => {
    const entry = { ...winner, fanModifiedAt: '2027-02-01T10:00:00.001Z' };
    expect(decideReceipt(facts({}, { entry }))).toMatchObject({ kind: 'later' });
    expect(decideReceipt(facts({}, { entry, profile: { ...known, modifiedAt: '2027-02-01T10:00:00.001Z' } }))).toMatchObject({ kind: 'send' });
    expect(decideReceipt(facts({}, { entry, profile: { ...known, modifiedAt: null } }))).toMatchObject({ kind: 'send' });
  });
});

describe('a result', () => {
  const told = (verdict: 'WAITLIST' | 'LOSER', changes: Partial<MailFacts> = {}) =>
    decideResult(
      facts({ occurrence: resultOccurrence(DRAW, verdict) }, { entry: { ...winner, verdict, selection: { drawId: DRAW, position: 9, waitlist } }, ...changes }),
      now,
    );

  test('of a winner has the market and the code', () => {
    expect(decideResult(facts(won), now)).toMatchObject({ kind: 'send', outcome: { verdict: 'WINNER', market: { id: 'london-1' }, accessCode: 'CODE-1' } });
    expect(decideResult(facts(won), presaleEnd)).toMatchObject({ kind: 'skip' });
  });

  test('of who waits has the places in markets that are there, of who lost nothing', () => {
    expect(told('WAITLIST')).toMatchObject({ kind: 'send', outcome: { verdict: 'WAITLIST', places: [{ market: { id: 'paris-1' }, place: 3 }] } });
    expect(told('LOSER')).toMatchObject({ kind: 'send', outcome: { verdict: 'LOSER' } });
  });

  test('is skipped once the fan was promoted, or another draw has decided', () => {
    expect(told('WAITLIST', { entry: winner })).toMatchObject({ kind: 'skip' });
    expect(told('LOSER', { entry: { ...winner, verdict: 'LOSER', selection: { drawId: 'summer-tour/2', position: 1, waitlist: [] } } })).toMatchObject({
      kind: 'skip',
    });
  });
});
