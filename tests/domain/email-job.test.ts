import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAIL_LANES, mailLaneOf, resultOccurrence, resultOf, type ToldVerdict } from '../../src/domain/email-job.ts';

const verdict = fc.constantFrom<ToldVerdict>('WINNER', 'WAITLIST', 'LOSER');
const drawId = fc.oneof(fc.constantFrom('summer-tour/1', 'a/12'), fc.string({ minLength: 1 }));

describe('the occurrence of a result', () => {
  test('names draw and verdict, and no other draw or verdict has the same', () => {
    fc.assert(
      fc.property(drawId, verdict, drawId, verdict, (draw, told, otherDraw, otherTold) => {
        expect(resultOf(resultOccurrence(draw, told))).toEqual({ drawId: draw, verdict: told });
        const isSame = resultOccurrence(draw, told) === resultOccurrence(otherDraw, otherTold);
        expect(isSame).toBe(draw === otherDraw && told === otherTold);
      }),
    );
  });

  test('is read from nothing else', () => {
    for (const text of ['', 'WINNER', '/WINNER', 'summer-tour/1/PENDING', 'summer-tour/1/winner', '2027-02-12T08:00:00.000Z'])
      expect(resultOf(text)).toBeNull();
  });
});

test('what a fan has to act upon goes first, what was won nowhere last', () => {
  expect(mailLaneOf({ template: 'reminder', marketId: 'london-1' })).toBe(MAIL_LANES[0]);
  expect(mailLaneOf({ template: 'result', marketId: 'london-1' })).toBe(MAIL_LANES[0]);
  expect(mailLaneOf({ template: 'receipt', marketId: null })).toBe(MAIL_LANES[1]);
  expect(mailLaneOf({ template: 'result', marketId: null })).toBe(MAIL_LANES[2]);
});
