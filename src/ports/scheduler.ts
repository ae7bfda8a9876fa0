/** Memory of the schedules, so that a restart neither loses nor repeats a run. */
export interface ScheduleMemory {
  /** UTC milliseconds of the last run's scheduled time; null before the first. */
  lastRun(schedule: string): Promise<number | null>;
  /** Records that a run is done, under its scheduled time; `false` if that run, or a later one, is recorded already. */
  claimRun(schedule: string, scheduledAt: number): Promise<boolean>;
}
