import type { SqliteEngine } from '../../src/adapters/sqlite/sqlite-engine.ts';

/** Notes in the database itself whatever change of a row breaks a rule, at the moment when it is made (invariants 9, 12, 13). */
export const watch = (engine: SqliteEngine): void =>
  engine.schema(`
    CREATE TABLE IF NOT EXISTS violations (rule TEXT NOT NULL, row TEXT NOT NULL) STRICT;
    CREATE TRIGGER IF NOT EXISTS watch_entry_version AFTER UPDATE ON entries
      WHEN NEW.created_at <> OLD.created_at OR NEW.version NOT IN (OLD.version, OLD.version + 1)
        OR (NEW.version = OLD.version AND (NEW.verdict <> OLD.verdict OR NEW.access_code IS NOT OLD.access_code OR NEW.part <> OLD.part))
      BEGIN INSERT INTO violations VALUES ('a commit adds one to the version', OLD.global_user_id || ' ' || OLD.version || ' to ' || NEW.version); END;
    CREATE TRIGGER IF NOT EXISTS watch_entry_verdict AFTER UPDATE ON entries
      WHEN (OLD.verdict <> NEW.verdict AND instr('PENDING LOSER WAITLIST WINNER', NEW.verdict) < instr('PENDING LOSER WAITLIST WINNER', OLD.verdict))
        OR (OLD.access_code IS NOT NULL AND NEW.access_code IS NOT OLD.access_code)
      BEGIN INSERT INTO violations VALUES ('verdicts move forward', OLD.global_user_id || ' ' || OLD.verdict || ' to ' || NEW.verdict); END;
    CREATE TRIGGER IF NOT EXISTS watch_replica AFTER UPDATE ON replicas
      WHEN NEW.created_at < OLD.created_at OR (NEW.created_at = OLD.created_at AND (NEW.version < OLD.version OR NEW.deleted < OLD.deleted))
      BEGIN INSERT INTO violations VALUES ('a replica never goes back', OLD.global_user_id || ' ' || OLD.version || ' to ' || NEW.version); END;
    CREATE TRIGGER IF NOT EXISTS watch_codes AFTER UPDATE ON codes
      WHEN (OLD.state = 4 AND NEW.state <> 4) OR (OLD.holder IS NOT NULL AND NEW.holder IS NOT OLD.holder)
      BEGIN INSERT INTO violations VALUES ('a code is held by one fan and revoked for good', 'code ' || OLD.id); END;
  `);

export const violations = (engine: SqliteEngine): readonly string[] =>
  engine
    .statement('SELECT rule, row FROM violations')
    .all()
    .map(({ rule, row }) => `${rule}: ${row}`);
