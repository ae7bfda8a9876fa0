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

describe('why a mail waits or never goes out', () => {
  const skip = (reason: string) => ({ kind: 'skip', reason });
  const later = (reason: string) => ({ kind: 'later', reason });
  const waiting = entryItem({ verdict: 'WAITLIST', selection: { drawId: DRAW, position: 9, waitlist } });
  const { selection: _, ...unselected } = winner;
  const { accessCode: __, ...codeless } = winner;
  const hidden = { ...campaign, options: { ...campaign.options, showAccessCode: false } };
  const about = (verdict: 'WINNER' | 'WAITLIST' | 'LOSER', draw = DRAW) => ({ marketId: null, occurrence: resultOccurrence(draw, verdict) });

  test.each<[string, MailFacts, object]>([
    ['who unsubscribed', facts(won, { profile: { ...known, unsubscribed: true } }), skip('unsubscribed')],
    ['who withdrew', facts(won, { entry: null }), skip('entry withdrawn')],
    ['who is not known', facts(won, { profile: null }), later('nothing known of the fan')],
    ['who is known by their choice alone', facts(won, { profile: { ...known, userInfo: null } }), later('nothing known of the fan')],
    ['a market that is gone', facts({ ...won, marketId: 'gone-1' }), skip('campaign or market gone')],
    ['a market of another winner', facts({ ...won, marketId: 'paris-1' }), skip('no winner of this market')],
    ['no winner', facts(won, { entry: { ...waiting, verdict: 'WAITLIST' } }), skip('no winner of this market')],
    ['a code on its way', facts(won, { entry: codeless }), later('no access code')],
    ['a winner', facts(won), { kind: 'send', userInfo, market: markets[0], accessCode: 'CODE-1' }],
    ['a winner of whom no more is known', facts(won, { entry: unselected }), { kind: 'send', userInfo, market: markets[0], accessCode: 'CODE-1' }],
    ['a shared code', facts({ ...won, marketId: 'paris-1' }, { entry: unselected }), { kind: 'send', userInfo, market: markets[1], accessCode: 'PARIS' }],
    ['no code in mails', facts(won, { campaign: hidden, entry: codeless }), { kind: 'send', userInfo, market: markets[0], accessCode: null }],
  ])('of a reminder: %s', (_what, given, expected) => {
    expect(decideReminder(given, now)).toEqual(expected);
  });

  test('of a reminder: a presale that is over', () => {
    expect(decideReminder(facts(won), presaleEnd)).toEqual(skip('the presale is over'));
  });

  test.each<[string, MailFacts, object]>([
    ['another life of the entry', facts({ occurrence: '2027-02-02T10:00:00.000Z' }), skip('another registration of the fan has taken its place')],
    [
      'an address on its way',
      facts({}, { entry: { ...winner, fanModifiedAt: '2027-02-03T10:00:00.000Z' } }),
      later('what the fan said last is still on its way'),
    ],
    [
      'an address of unknown age',
      facts({}, { entry: { ...winner, fanModifiedAt: '2027-02-03T10:00:00.000Z' }, profile: { ...known, modifiedAt: null } }),
      { kind: 'send', userInfo, answers: winner.entry },
    ],
    ['nothing known', facts({}, { profile: null }), later('nothing known of the fan')],
    ['all in order', facts({}), { kind: 'send', userInfo, answers: winner.entry }],
  ])('of a receipt: %s', (_what, given, expected) => {
    expect(decideReceipt(given)).toEqual(expected);
  });

  const changed = skip('the verdict has changed since, or is of another draw');
  test.each<[string, MailFacts, object]>([
    ['an occurrence of something else', facts({ occurrence: CREATED }), skip('the mail is about no result')],
    ['another verdict', facts(about('LOSER')), changed],
    ['another draw', facts(about('WAITLIST', 'summer-tour/2'), { entry: waiting }), changed],
    ['a loser', facts(about('LOSER'), { entry: entryItem({ verdict: 'LOSER' }) }), { kind: 'send', userInfo, outcome: { verdict: 'LOSER' } }],
    [
      'places of markets that are there',
      facts(about('WAITLIST'), { entry: waiting }),
      { kind: 'send', userInfo, outcome: { verdict: 'WAITLIST', places: [{ market: markets[1], place: 3 }] } },
    ],
    [
      'places of which nothing is known',
      facts(about('WAITLIST'), { entry: entryItem({ verdict: 'WAITLIST' }) }),
      { kind: 'send', userInfo, outcome: { verdict: 'WAITLIST', places: [] } },
    ],
    [
      'a winner',
      facts({ ...about('WINNER'), marketId: 'london-1' }),
      { kind: 'send', userInfo, outcome: { verdict: 'WINNER', market: markets[0], accessCode: 'CODE-1' } },
    ],
    ['a winner whose code is on its way', facts({ ...about('WINNER'), marketId: 'london-1' }, { entry: codeless }), later('no access code')],
  ])('of a result: %s', (_what, given, expected) => {
    expect(decideResult(given, now)).toEqual(expected);
  });
});
