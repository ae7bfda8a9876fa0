import { describe, expect, test } from 'vitest';
import type { ScheduleMemory } from '../../src/ports/scheduler.ts';

export interface ScheduleMemorySubject {
  readonly memory: ScheduleMemory;
  /** The same memory after the process ended and another began. */
  restart(): Promise<ScheduleMemorySubject>;
}

/** What every memory of schedules has to keep (src/ports/scheduler.ts). */
export const describeScheduleMemoryContract = (name: string, create: () => Promise<ScheduleMemorySubject>): void => {
  describe(`schedule memory: ${name}`, () => {
    test('a run is claimed once, also after a restart', async () => {
      const subject = await create();
      expect(await subject.memory.lastRun('daily')).toBeNull();
      const claims = await Promise.all([subject.memory.claimRun('daily', 1000), subject.memory.claimRun('daily', 1000)]);
      expect(claims.sort()).toEqual([false, true]);
      const { memory } = await subject.restart();
      expect(await memory.claimRun('daily', 1000)).toBe(false);
      expect(await memory.lastRun('daily')).toBe(1000);
      expect(await memory.claimRun('daily', 2000)).toBe(true);
      expect(await memory.lastRun('daily')).toBe(2000);
    });

    test('a run before the last one is refused', async () => {
      const { memory } = await create();
      await memory.claimRun('daily', 2000);
      expect(await memory.claimRun('daily', 1000)).toBe(false);
      expect(await memory.lastRun('daily')).toBe(2000);
    });

    test('schedules do not mix', async () => {
      const { memory } = await create();
      await memory.claimRun('daily', 2000);
      expect(await memory.lastRun('hourly')).toBeNull();
      expect(await memory.claimRun('hourly', 1000)).toBe(true);
    });
  });
};
