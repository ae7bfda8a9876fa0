import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitingLine } from '../../src/domain/draw/waiting-line.ts';

const fan = fc.nat(12).map((index) => `fan-${index}`);
const waitlists = fc
  .array(fc.uniqueArray(fan), { maxLength: 4 })
  .map((draws) =>
    draws.map((fans, draw) => ({ drawId: `tour/${draw + 1}`, waitlist: fans.map((globalUserId, index) => ({ globalUserId, place: index + 1 })) })),
  );

test('whoever waits and is not placed is in the line once, an earlier draw before a later one and each in the order of its places', () =>
  fc.assert(
    fc.property(waitlists, fc.uniqueArray(fan), (draws, taken) => {
      const placed = new Set(taken);
      const line = waitingLine(draws, placed).flatMap(({ drawId, waitlist }) => waitlist.map((waiter) => ({ drawId, ...waiter })));
      expect(new Set(line.map(({ globalUserId }) => globalUserId)).size).toBe(line.length);
      expect(new Set(line.map(({ globalUserId }) => globalUserId))).toEqual(
        new Set(draws.flatMap(({ waitlist }) => waitlist.map(({ globalUserId }) => globalUserId)).filter((waiter) => !placed.has(waiter))),
      );
      expect(line).toEqual(line.toSorted((a, b) => a.drawId.localeCompare(b.drawId) || a.place - b.place));
      // Of several waits the first counts.
      for (const { globalUserId, drawId } of line)
        expect(draws.find(({ waitlist }) => waitlist.some((waiter) => waiter.globalUserId === globalUserId))?.drawId).toBe(drawId);
      expect([...placed]).toEqual(taken);
    }),
  ));
