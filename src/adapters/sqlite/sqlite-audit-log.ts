import { type AuditRecord, nextRecord } from '../../domain/audit-chain.ts';
import type { AuditLog } from '../../ports/audit-log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

export interface SqliteAuditLogOptions {
  readonly engine: SqliteEngine;
  readonly clock: Clock;
}

/** The audit log on the embedded engine. Its triggers keep mistakes away; who means to change a record is found by the chain. */
export const createSqliteAuditLog = ({ engine, clock }: SqliteAuditLogOptions): AuditLog => {
  engine.schema(`
    CREATE TABLE IF NOT EXISTS audit_records (number INTEGER PRIMARY KEY, record TEXT NOT NULL) STRICT;
    CREATE TRIGGER IF NOT EXISTS audit_records_unchanged BEFORE UPDATE ON audit_records BEGIN SELECT raise(ABORT, 'audit records never change'); END;
    CREATE TRIGGER IF NOT EXISTS audit_records_kept BEFORE DELETE ON audit_records BEGIN SELECT raise(ABORT, 'audit records are never removed'); END;
  `);
  const last = engine.statement('SELECT record FROM audit_records ORDER BY number DESC LIMIT 1');
  const insert = engine.statement('INSERT INTO audit_records VALUES (?, ?)');
  const select = engine.statement('SELECT record FROM audit_records WHERE number > ? ORDER BY number LIMIT ?');

  return {
    append: (facts) =>
      engine.write(() => {
        const end = last.get() as AuditRow | undefined;
        const record = nextRecord(end === undefined ? null : recordOf(end), facts, new Date(clock.now()).toISOString());
        insert.run(record.number, JSON.stringify(record));
      }),
    read: async (after, limit) => (select.all(after, limit) as unknown as readonly AuditRow[]).map(recordOf),
  };
};

interface AuditRow {
  readonly record: string;
}

const recordOf = ({ record }: AuditRow): AuditRecord => JSON.parse(record) as AuditRecord;
