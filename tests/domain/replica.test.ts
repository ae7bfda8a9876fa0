import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNewer, mayBecome } from '../../src/domain/entry.ts';
import { type Award, awardOutcome, isAheadOf } from '../../src/domain/replica.ts';

const won = (marketId: string | undefined, accessCode?: string): Award => ({
  verdict: 'WINNER',
  ...(accessCode !== undefined && { accessCode }),
  selection: { drawId: 'd', position: 1, ...(marketId !== undefined && { marketId }), waitlist: [] },
});
const lost: Award = { verdict: 'LOSER' };
const pending: Award = { verdict: 'PENDING' };

describe('an award', () => {
  test.each<[string, Award, Award, 'assign' | 'unchanged' | 'refused']>([
    ['is given to whoever has none', pending, won('london-1', 'A'), 'assign'],
    ['is given by a later draw to whoever lost', lost, won('london-1'), 'assign'],
    ['brings its code later', won('london-1'), won('london-1', 'A'), 'assign'],
    ['is there already', won('london-1', 'A'), won('london-1', 'A'), 'unchanged'],
    ['is there already where codes are shared', won('london-1'), won('london-1'), 'unchanged'],
    ['a lost draw stays lost', lost, lost, 'unchanged'],
    ['of another place of the same draw changes nothing for who lost', { ...lost, selection: { drawId: 'd', position: 2, waitlist: [] } }, lost, 'unchanged'],
    ['of a code is nothing for who lost', lost, { ...lost, accessCode: 'A' }, 'unchanged'],
    ['of another market is not for who won one', won('london-1'), won('paris-1'), 'refused'],
    ['of a market is not for who won without one', won(undefined), won('paris-1'), 'refused'],
    ['without a selection has no market either', { verdict: 'WINNER' }, { verdict: 'WINNER', accessCode: 'A' }, 'assign'],
    ['without a selection is not one of a market', won('london-1'), { verdict: 'WINNER' }, 'refused'],
    ['with another code is not for who holds one', won('london-1', 'A'), won('london-1', 'B'), 'refused'],
    ['does not take a code away', won('london-1', 'A'), won('london-1'), 'refused'],
    ['is not taken back', won('london-1'), lost, 'refused'],
    ['of another code is refused whatever the verdict', { verdict: 'PENDING', accessCode: 'A' }, won('london-1', 'B'), 'refused'],
  ])('%s', (_, held, wanted, expected) => {
    expect(awardOutcome(held, wanted)).toBe(expected);
  });

  test('on the replica stays through a write that knows nothing of it, and goes where the table knows better', () => {
    expect(isAheadOf(won('london-1', 'A'), pending)).toBe(true);
    expect(isAheadOf(won('london-1', 'A'), won('london-1'))).toBe(true);
    expect(isAheadOf(won('london-1', 'A'), won('london-1', 'A'))).toBe(false);
    expect(isAheadOf(won('london-1', 'A'), won('paris-1'))).toBe(false);
    expect(isAheadOf(pending, won('london-1', 'A'))).toBe(false);
  });
});

describe('of two states of an entry', () => {
  const state = fc.record({ createdAt: fc.constantFrom('2027-02-01T10:00:00.000Z', '2027-02-01T10:00:00.001Z'), version: fc.integer({ min: 1, max: 3 }) });

  test('the later life is newer, within one life the higher version, and none is newer than itself', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        expect(isNewer(a, b)).toBe(`${a.createdAt} ${a.version}` > `${b.createdAt} ${b.version}`);
      }),
      {
        examples: [
          [
            { createdAt: '2027-02-01T10:00:00.001Z', version: 1 },
            { createdAt: '2027-02-01T10:00:00.000Z', version: 2 },
          ],
        ],
      },
    );
  });
});

test('a verdict goes forward by as many steps as it likes, never back, and not to itself', () => {
  const order = ['PENDING', 'LOSER', 'WAITLIST', 'WINNER'] as const;
  for (const [from, one] of order.entries())
    for (const [to, other] of order.entries()) expect([one, other, mayBecome(one, other)]).toEqual([one, other, to > from]);
});
