/** Real seconds by stage, whatever the run's clock says. */
export interface Stopwatch<Stage extends string> {
  /** Adds the time that `work` takes to a stage. */
  time<T>(stage: Stage, work: () => Promise<T>): Promise<T>;
  seconds(): Readonly<Record<Stage | 'total', number>>;
}

export const createStopwatch = <Stage extends string>(stages: readonly Stage[]): Stopwatch<Stage> => {
  const begun = performance.now();
  const spent = new Map<Stage, number>(stages.map((stage) => [stage, 0]));
  return {
    time: async (stage, work) => {
      const start = performance.now();
      try {
        return await work();
      } finally {
        spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - start);
      }
    },
    seconds: () => {
      const all = [...spent, ['total', performance.now() - begun] as const].map(([stage, milliseconds]) => [stage, Math.round(milliseconds) / 1000]);
      return Object.fromEntries(all) as Record<Stage | 'total', number>;
    },
  };
};
