import { Cron } from 'croner';
import { describeError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import type { ScheduleMemory } from '../../ports/scheduler.ts';
import { type WorkerName, workers } from '../../topology.ts';
import { scheduleEvent } from './events.ts';
import type { Invoke } from './invoke.ts';

export interface Schedules {
  /** Runs each schedule whose time came since its last run, once: runs that were missed are made up by one. A run that failed is tried again, later each time. */
  runDue(): Promise<void>;
}

interface Failure {
  /** In a row. */
  readonly attempts: number;
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
}

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 300_000;

interface Schedule {
  readonly worker: WorkerName;
  readonly name: string;
  readonly cron: Cron;
}

export interface SchedulesOptions {
  readonly memory: ScheduleMemory;
  readonly invoke: Invoke;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** EventBridge Scheduler's part, in UTC: at least once. A run is known by its schedule and its scheduled time. */
export const createSchedules = ({ memory, invoke, clock, random, log }: SchedulesOptions): Schedules => {
  const schedules = Object.entries(workers).flatMap(([worker, { trigger }]): Schedule[] =>
    trigger.kind === 'schedule'
      ? [{ worker: worker as WorkerName, name: trigger.schedule, cron: new Cron(trigger.cron, { timezone: 'UTC', paused: true }) }]
      : [],
  );
  const running = new Set<string>();
  const failures = new Map<string, Failure>();

  const runIfDue = async ({ worker, name, cron }: Schedule): Promise<void> => {
    // `previousRuns` looks strictly before its reference.
    const dueAt = cron.previousRuns(1, new Date(clock.now() + 1))[0]?.getTime();
    if (dueAt === undefined || running.has(name) || clock.now() < (failures.get(name)?.notBefore ?? 0)) return;
    running.add(name);
    try {
      if (((await memory.lastRun(name)) ?? Number.NEGATIVE_INFINITY) >= dueAt) return;
      await invoke(worker, scheduleEvent(name, dueAt, random.id()));
      // Recorded when it is done: a run that stopped half-way comes again, as every scheduled worker is safe to repeat.
      await memory.claimRun(name, dueAt);
      failures.delete(name);
    } catch (error) {
      const attempts = (failures.get(name)?.attempts ?? 0) + 1;
      const ceiling = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempts);
      failures.set(name, { attempts, notBefore: clock.now() + random.fraction() * ceiling });
      log.error({ worker, schedule: name, error: describeError(error) }, 'a scheduled run failed and comes again');
    } finally {
      running.delete(name);
    }
  };

  return {
    runDue: async () => {
      for (const schedule of schedules) await runIfDue(schedule);
    },
  };
};
