import { describe, expect, test } from 'vitest';
import type { EventLog, LogRecord } from '../../src/ports/event-log.ts';

export interface EventLogSubject {
  readonly log: EventLog;
  /** The same log after the process ended and another began. */
  restart(): Promise<EventLogSubject>;
}

const record = (key: string, dedupeId: string): LogRecord => ({
  key,
  value: `{"id":"${key}","name":"Zoë"}`,
  dedupeId,
  timestamp: 1_800_000_000_000,
  correlationId: 'correlation-1',
});
const dedupeIds = (records: readonly LogRecord[]): string[] => records.map(({ dedupeId }) => dedupeId);

/** What every event log has to keep (src/ports/event-log.ts). */
export const describeEventLogContract = (name: string, create: () => Promise<EventLogSubject>): void => {
  describe(`event log: ${name}`, () => {
    test('records are read as they were published, the order of a key kept, also after a restart', async () => {
      const subject = await create();
      expect(await subject.log.append('markets', [record('m1', 'a'), record('m2', 'b')])).toEqual({ failed: [] });
      await subject.log.append('markets', [record('m1', 'c')]);
      const { log } = await subject.restart();
      await log.append('markets', [record('m1', 'd')]);
      const records = await log.read('markets', 0, 100);
      expect(records[0]).toEqual({ ...record('m1', 'a'), offset: expect.any(Number) });
      expect(dedupeIds(records.filter(({ key }) => key === 'm1'))).toEqual(['a', 'c', 'd']);
    });

    test('topics do not mix, and one that nobody wrote to is empty', async () => {
      const { log } = await create();
      await log.append('markets', [record('m1', 'a')]);
      await log.append('campaigns', [record('c1', 'b')]);
      await log.append('markets', []);
      expect(dedupeIds(await log.read('markets', 0, 10))).toEqual(['a']);
      expect(dedupeIds(await log.read('campaigns', 0, 10))).toEqual(['b']);
      expect(await log.read('registrations', 0, 10)).toEqual([]);
      expect(await log.count('registrations', '')).toBe(0);
    });

    test('a reader goes on from the offset behind what it has read', async () => {
      const { log } = await create();
      await log.append(
        'markets',
        Array.from({ length: 25 }, (_, n) => record('m1', String(n))),
      );
      const seen: string[] = [];
      for (let offset = 0; ; ) {
        const page = await log.read('markets', offset, 10);
        if (page.length === 0) break;
        seen.push(...dedupeIds(page));
        offset = (page.at(-1)?.offset ?? 0) + 1;
      }
      expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => String(n)));
    });

    test('records are counted once each, by the beginning of their key, taken literally', async () => {
      const { log } = await create();
      await log.append('markets', [
        record('summer/1', 'a'),
        record('summer/1', 'a'),
        record('summer/2', 'b'),
        record('winter/1', 'c'),
        record('Summer/3', 'd'),
        record('s%', 'e'),
      ]);
      expect(await log.count('markets', 'summer/')).toBe(2);
      expect(await log.count('markets', '')).toBe(5);
      expect(await log.count('markets', 's%')).toBe(1);
      expect(await log.count('markets', 'nothing')).toBe(0);
    });
  });
};
