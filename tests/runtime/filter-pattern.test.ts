import { describe, expect, test } from 'vitest';
import { streamRecord } from '../../src/runtime/embedded/events.ts';
import { matchesPattern, wantedBy } from '../../src/runtime/embedded/filter-pattern.ts';
import { workers } from '../../src/topology.ts';
import { entryItem } from '../support/entry-item.ts';

const change = (eventName: 'INSERT' | 'MODIFY' | 'REMOVE', newImage: ReturnType<typeof entryItem> | null, oldImage: ReturnType<typeof entryItem> | null) =>
  streamRecord({ sequenceNumber: '1', eventName, at: 0, newImage, oldImage });
const passes = (worker: 'enqueueEntries' | 'markAssignedCodes', record: unknown): boolean =>
  workers[worker].trigger.filters.some((pattern) => matchesPattern(pattern, record));

describe('what reaches enqueueEntries', () => {
  test('changes that need replication, and removals', () => {
    expect(passes('enqueueEntries', change('INSERT', entryItem(), null))).toBe(true);
    expect(passes('enqueueEntries', change('MODIFY', entryItem({ version: 2 }), entryItem()))).toBe(true);
    expect(passes('enqueueEntries', change('REMOVE', null, entryItem({ needsReplication: false })))).toBe(true);
  });

  test('not the write that clears the flag, so that it costs no call', () => {
    expect(passes('enqueueEntries', change('MODIFY', entryItem({ needsReplication: false }), entryItem()))).toBe(false);
  });
});

describe('what reaches markAssignedCodes', () => {
  const winner = entryItem({ verdict: 'WINNER', accessCode: 'CODE', version: 2 });

  test('a verdict that turned WINNER, once', () => {
    expect(passes('markAssignedCodes', change('MODIFY', winner, entryItem()))).toBe(true);
    expect(passes('markAssignedCodes', change('MODIFY', winner, entryItem({ verdict: 'WAITLIST' })))).toBe(true);
    expect(passes('markAssignedCodes', change('MODIFY', { ...winner, needsReplication: false }, winner))).toBe(false);
  });

  test('no other verdict, and no withdrawal', () => {
    expect(passes('markAssignedCodes', change('MODIFY', entryItem({ verdict: 'LOSER' }), entryItem()))).toBe(false);
    expect(passes('markAssignedCodes', change('REMOVE', null, winner))).toBe(false);
  });
});

describe('a pattern', () => {
  test.each([
    [{ a: ['x'] }, { a: 'x', b: 1 }, true],
    [{ a: ['x', 'y'] }, { a: 'y' }, true],
    [{ a: ['x'] }, { a: 'z' }, false],
    [{ a: ['x'] }, {}, false],
    [{ a: { b: [true] } }, { a: { b: true } }, true],
    [{ a: { b: [true] } }, { a: null }, false],
    [{ a: [null] }, { a: null }, true],
    [{ a: [{ 'anything-but': ['x'] }] }, { a: 'y' }, true],
    [{ a: [{ 'anything-but': ['x'] }] }, { a: 'x' }, false],
    [{ a: [{ 'anything-but': ['x'] }] }, {}, false],
    [{}, { a: 1 }, true],
    [{ a: ['x'] }, null, false],
  ])('%j held against %j: %s', (pattern, event, expected) => {
    expect(matchesPattern(pattern, event)).toBe(expected);
  });

  test('tells the stream what to read: never less than it lets through', () => {
    expect(workers.enqueueEntries.trigger.filters.map(wantedBy)).toEqual([{ needsReplication: true }, { eventName: 'REMOVE' }]);
    expect(workers.markAssignedCodes.trigger.filters.map(wantedBy)).toEqual([{ eventName: 'MODIFY', verdict: 'WINNER' }]);
    expect(wantedBy({ eventName: ['INSERT', 'MODIFY'] })).toEqual({});
    expect(wantedBy({ eventName: [{ 'anything-but': ['REMOVE'] }] })).toEqual({});
  });
});
