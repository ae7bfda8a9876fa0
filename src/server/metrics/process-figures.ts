import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Bytes and seconds. */
export interface ProcessFigures {
  /** Since the last look. */
  readonly loopDelay: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly heapUsed: number;
  readonly heapTotal: number;
  readonly resident: number;
  readonly cpuSeconds: number;
  readonly startedAt: number;
}

export interface ProcessMonitor {
  figures(): ProcessFigures;
  stop(): void;
}

/** How often the loop's delay is looked at, which is the least that it says. */
const RESOLUTION_MS = 20;

/** Watches this process's event loop until it is stopped. */
export const createProcessMonitor = (): ProcessMonitor => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  return {
    figures: () => {
      const { heapUsed, heapTotal, rss } = process.memoryUsage();
      const { user, system } = process.cpuUsage();
      // Without a look since the last one its figures say nothing.
      const loopDelay =
        delay.count === 0 ? { p50: 0, p99: 0, max: 0 } : { p50: beyond(delay.percentile(50)), p99: beyond(delay.percentile(99)), max: beyond(delay.max) };
      delay.reset();
      return { loopDelay, heapUsed, heapTotal, resident: rss, cpuSeconds: (user + system) / 1e6, startedAt: performance.timeOrigin / 1000 };
    },
    stop: () => {
      delay.disable();
    },
  };
};

/** Node tells the whole time between two looks, in nanoseconds; late is what is beyond the time that they are apart. */
const beyond = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e9 - RESOLUTION_MS / 1000);
