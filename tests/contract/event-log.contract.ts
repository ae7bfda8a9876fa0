import { describe, expect, test } from 'vitest';
import type { EventLog, LogRecord, StoredLogRecord } from '../../src/ports/event-log.ts';

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

const readAll = async (log: EventLog, topic: string, max: number): Promise<readonly LogRecord[]> => {
  const all: LogRecord[] = [];
  for (let after: string | null = null; ; ) {
    const page: readonly StoredLogRecord[] = await log.read(topic, after, max);
    all.push(...page);
    if (page.length < max) return all;
    after = page.at(-1)?.offset ?? null;
  }
};

/** What every event log has to keep (src/ports/event-log.ts). */
export const describeEventLogContract = (name: string, create: () => Promise<EventLogSubject>): void => {
  describe(`event log: ${name}`, () => {
    test('records are read as they were published, the order of a key kept, also after a restart', async () => {
      const subject = await create();
      expect(await subject.log.append('markets', [record('m1', 'a'), record('m2', 'b')])).toEqual({ failed: [] });
      await subject.log.append('markets', [record('m1', 'c')]);
      const { log } = await subject.restart();
      await log.append('markets', [record('m1', 'd')]);
      const records = await log.read('markets', null, 100);
      expect(records.find(({ key }) => key === 'm1')).toEqual({ ...record('m1', 'a'), offset: expect.any(String) });
      expect(dedupeIds(records.filter(({ key }) => key === 'm1'))).toEqual(['a', 'c', 'd']);
    });

    test('topics do not mix, and one that nobody wrote to is empty', async () => {
      const { log } = await create();
      await log.append('markets', [record('m1', 'a')]);
      await log.append('campaigns', [record('c1', 'b')]);
      await log.append('markets', []);
      expect(dedupeIds(await log.read('markets', null, 10))).toEqual(['a']);
      expect(dedupeIds(await log.read('campaigns', null, 10))).toEqual(['b']);
      expect(await log.read('registrations', null, 10)).toEqual([]);
      expect(await log.count('registrations', '')).toBe(0);
    });

    test('a reader goes on from the offset behind what it has read', async () => {
      const { log } = await create();
      await log.append(
        'markets',
        Array.from({ length: 25 }, (_, n) => record('m1', String(n))),
      );
      expect(dedupeIds(await readAll(log, 'markets', 10))).toEqual(Array.from({ length: 25 }, (_, n) => String(n)));
      const last = (await log.read('markets', null, 25)).at(-1);
      await log.append('markets', [record('m2', 'later')]);
      expect(dedupeIds(await log.read('markets', last?.offset ?? null, 10))).toEqual(['later']);
    });

    test('whatever size its pages have, a reader sees all of many appends, once and in their order', async () => {
      const { log } = await create();
      const ids: string[] = [];
      for (let n = 0; n < 24; n += 1) {
        const some = Array.from({ length: (n % 4) + 1 }, (_, index) => `${n}.${index}`);
        ids.push(...some);
        await log.append(
          'markets',
          some.map((id) => record('m1', id)),
        );
      }
      for (const max of [1, 7, 64, 1000]) expect(dedupeIds(await readAll(log, 'markets', max)), `${max} a page`).toEqual(ids);
    });

    test('records of any size are taken, and long ones do not hold up the rest', async () => {
      const { log } = await create();
      const long = Array.from({ length: 5 }, (_, n) => ({ ...record('m1', `long-${n}`), value: JSON.stringify(String(n).repeat(90_000)) }));
      expect(await log.append('markets', [record('m1', 'a'), ...long, record('m1', 'b')])).toEqual({ failed: [] });
      const records = await log.read('markets', null, 100);
      expect(dedupeIds(records)).toEqual(['a', ...dedupeIds(long), 'b']);
      expect(records[5]?.value).toBe(long[4]?.value);
    });

    test('records of erased keys are what was put in their place, at their offsets, or stay where none can be changed', async () => {
      const { log } = await create();
      await log.append('markets', [record('m1', 'a'), record('m2', 'b'), record('m1', 'c')]);
      await log.append('markets', [record('m1', 'c'), record('m10', 'd')]);
      await log.append('campaigns', [record('m1', 'e')]);
      const before = await log.read('markets', null, 10);
      const blank = (one: LogRecord): LogRecord => ({ ...record('gone', `gone-${one.dedupeId}`), correlationId: '' });
      const erased = await log.erase('markets', new Set(['m1', 'nothing']), blank);
      const after = await log.read('markets', null, 10);
      if (erased === null) {
        expect(after).toEqual(before);
        return;
      }
      expect(erased).toBe(3);
      expect(after).toEqual(before.map((one) => (one.key === 'm1' ? { ...blank(one), offset: one.offset } : one)));
      expect(dedupeIds(after)).toEqual(['gone-a', 'b', 'gone-c', 'gone-c', 'd']);
      expect(await log.count('markets', 'gone')).toBe(2);
      expect(await log.erase('markets', new Set(['m1']), blank)).toBe(0);
      expect(dedupeIds(await log.read('campaigns', null, 10))).toEqual(['e']);
      expect(await log.erase('nothing', new Set(['m1']), blank)).toBe(0);
    });

    test('what is no offset is refused', async () => {
      const { log } = await create();
      await expect(log.read('markets', 'yesterday', 1)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
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
