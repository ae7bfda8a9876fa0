import type { ScheduleMemory } from '../../ports/scheduler.ts';
import type { SqliteEngine } from './sqlite-engine.ts';

/** Memory of the schedules on the embedded engine. */
export const createSqliteScheduleMemory = ({ engine }: { readonly engine: SqliteEngine }): ScheduleMemory => {
  engine.schema('CREATE TABLE IF NOT EXISTS schedule_runs (schedule TEXT PRIMARY KEY, scheduled_at INTEGER NOT NULL) STRICT');
  const claim = engine.statement(`INSERT INTO schedule_runs VALUES (?, ?)
    ON CONFLICT DO UPDATE SET scheduled_at = excluded.scheduled_at WHERE excluded.scheduled_at > scheduled_at`);
  return {
    lastRun: async (schedule) => {
      const row = engine.statement('SELECT scheduled_at FROM schedule_runs WHERE schedule = ?').get(schedule) as { readonly scheduled_at: number } | undefined;
      return row?.scheduled_at ?? null;
    },
    claimRun: (schedule, scheduledAt) => engine.write<boolean>(() => claim.run(schedule, scheduledAt).changes === 1),
  };
};
