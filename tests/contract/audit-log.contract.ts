import { describe, expect, test } from 'vitest';
import { type AuditFacts, firstBroken } from '../../src/domain/audit-chain.ts';
import type { AuditLog } from '../../src/ports/audit-log.ts';

export interface AuditLogSubject {
  readonly log: AuditLog;
  /** The same log after the process ended and another began. */
  restart(): Promise<AuditLogSubject>;
}

const facts = (operation: string): AuditFacts => ({
  by: { kind: 'operator', name: 'olga' },
  service: 'campaign',
  operation,
  on: { campaignId: 'summer-tour' },
  outcome: 'DONE',
  correlationId: 'c-1',
});

/** What every audit log has to keep (src/ports/audit-log.ts). */
export const describeAuditLogContract = (name: string, create: () => Promise<AuditLogSubject>): void => {
  describe(`audit log: ${name}`, () => {
    test('records come back as they were appended, numbered from 1, with the time of their appending', async () => {
      const { log } = await create();
      expect(await log.read(0, 10)).toEqual([]);
      await log.append(facts('setStatus'));
      await log.append(facts('freezeDraw'));
      const records = await log.read(0, 10);
      expect(records).toMatchObject([
        { ...facts('setStatus'), number: 1, at: '2027-02-01T10:00:00.000Z' },
        { ...facts('freezeDraw'), number: 2 },
      ]);
      expect(firstBroken(null, records)).toBeNull();
    });

    test('appends at the same moment make one chain, in a page at a time', async () => {
      const { log } = await create();
      await Promise.all(Array.from({ length: 20 }, (_, index) => log.append(facts(`operation-${index}`))));
      const first = await log.read(0, 12);
      const second = await log.read(12, 12);
      expect([first.length, second.length]).toEqual([12, 8]);
      expect(firstBroken(null, [...first, ...second])).toBeNull();
      expect(new Set([...first, ...second].map(({ operation }) => operation)).size).toBe(20);
    });

    test('the chain goes on after a restart', async () => {
      const subject = await create();
      await subject.log.append(facts('setStatus'));
      const { log } = await subject.restart();
      await log.append(facts('freezeDraw'));
      const records = await log.read(0, 10);
      expect(records.map(({ operation }) => operation)).toEqual(['setStatus', 'freezeDraw']);
      expect(firstBroken(null, records)).toBeNull();
    });
  });
};
