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
  /** Runs each schedule whose time came since its last run, once: a run that was missed is made up by one. */
  runDue(): Promise<void>;
}

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

/** EventBridge Scheduler's part, in UTC. A run is known by its schedule and its scheduled time. */
export const createSchedules = ({ memory, invoke, clock, random, log }: SchedulesOptions): Schedules => {
  const schedules = Object.entries(workers).flatMap(([worker, { trigger }]): Schedule[] =>
    trigger.kind === 'schedule'
      ? [{ worker: worker as WorkerName, name: trigger.schedule, cron: new Cron(trigger.cron, { timezone: 'UTC', paused: true }) }]
      : [],
  );
  const running = new Set<string>();

  const runIfDue = async ({ worker, name, cron }: Schedule): Promise<void> => {
    // `previousRuns` looks strictly before its reference.
    const dueAt = cron.previousRuns(1, new Date(clock.now() + 1))[0]?.getTime();
    if (dueAt === undefined || running.has(name) || !(await memory.claimRun(name, dueAt))) return;
    running.add(name);
    try {
      await invoke(worker, scheduleEvent(name, dueAt, random.id()));
    } catch (error) {
      log.error({ worker, schedule: name, error: describeError(error) }, 'a scheduled run failed; the next one makes up for it');
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
