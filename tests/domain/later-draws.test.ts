import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DrawRequest, decideApproval, requestIdOf } from '../../src/domain/draw/draw-request.ts';
import { mayBecome, type Verdict } from '../../src/domain/entry.ts';

const request: DrawRequest = {
  campaignId: 'summer-tour',
  draw: 2,
  reason: 'a second night',
  marketIds: ['london-1'],
  commitment: 'ab'.repeat(32),
  requestedBy: 'olga',
  requestedAt: '2027-02-09T10:00:00.000Z',
  approvedBy: null,
  approvedAt: null,
};
const anyRequest: fc.Arbitrary<DrawRequest> = fc.record({
  campaignId: fc.constantFrom('a', 'b'),
  draw: fc.constantFrom(2, 3),
  reason: fc.constantFrom('one', 'two'),
  marketIds: fc.constantFrom(null, ['x'], ['x', 'y']),
  commitment: fc.constantFrom('00', '11'),
  requestedBy: fc.constantFrom('olga', 'pia'),
  requestedAt: fc.constantFrom('2027-02-09T10:00:00.000Z', '2027-02-09T10:00:00.001Z'),
  approvedBy: fc.constantFrom(null, 'olga', 'pia'),
  approvedAt: fc.constant(null),
});

test('a second operator approves what they have read, and nobody their own', () => {
  const id = requestIdOf(request);
  expect(id).toMatch(/^[0-9a-f]{16}$/);
  expect(decideApproval(request, 'pia', id)).toBe('approved');
  expect(decideApproval(request, 'olga', id)).toBe('own');
  expect(decideApproval({ ...request, reason: 'another' }, 'pia', id)).toBe('other');
  expect(decideApproval({ ...request, approvedBy: 'pia' }, 'olga', id)).toBe('unchanged');
});

test('an id stands for all that was asked for, and for nothing that is said afterwards', () => {
  fc.assert(
    fc.property(anyRequest, anyRequest, (a, b) => {
      const asked = ({ approvedBy: _, approvedAt: __, ...rest }: DrawRequest) => JSON.stringify(rest);
      expect(requestIdOf(a) === requestIdOf(b)).toBe(asked(a) === asked(b));
    }),
    { numRuns: 1_000 },
  );
});

test('whoever approves, a request ends up approved by somebody else than who asked', () => {
  const step = fc.record({ operator: fc.constantFrom('olga', 'pia', 'quin'), right: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let now: DrawRequest = request;
      for (const { operator, right } of steps) {
        if (decideApproval(now, operator, right ? requestIdOf(now) : 'other') === 'approved') now = { ...now, approvedBy: operator };
      }
      expect(now.approvedBy).not.toBe('olga');
    }),
  );
});

test('verdicts move forward, whatever order they come in, and the best one stands', () => {
  const verdict = fc.constantFrom<Verdict>('PENDING', 'LOSER', 'WAITLIST', 'WINNER');
  const after = (said: readonly Verdict[]) => said.reduce<Verdict>((held, next) => (mayBecome(held, next) ? next : held), 'PENDING');
  fc.assert(
    fc.property(fc.array(verdict), fc.func(fc.integer()), (said, by) => {
      expect(after(said.toSorted((a, b) => by(a) - by(b)))).toBe(after(said));
      if (said.includes('WINNER')) expect(after(said)).toBe('WINNER');
    }),
  );
});
