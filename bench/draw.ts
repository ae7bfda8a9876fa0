import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { alternate, type Summary, summarise } from './measure.ts';

/** A draw with its Merkle roots and files, against the hashes that it cannot do without. */
export interface DrawFigures {
  readonly entrants: number;
  /** Our seconds by the floor's: at most 2 is wanted. */
  readonly times: Summary;
  readonly seconds: Summary;
  readonly bareSeconds: Summary;
  readonly peakMegabytes: Summary;
}

const run = promisify(execFile);

/** Each round is a process of its own, so that its peak of memory is its own. */
export const measureDraw = async ({ rounds, entrants }: { readonly rounds: number; readonly entrants: number }): Promise<DrawFigures> => {
  const peaks: number[] = [];
  const measured = async (script: string): Promise<{ seconds: number; peakMegabytes: number }> => {
    const { stdout } = await run(process.execPath, [new URL(script, import.meta.url).pathname, String(entrants)]);
    return JSON.parse(stdout) as { seconds: number; peakMegabytes: number };
  };
  const { floor, ours, ratio } = await alternate(
    rounds,
    async () => (await measured('./draw-floor.ts')).seconds,
    async (round) => {
      const { seconds, peakMegabytes } = await measured('./draw-process.ts');
      if (round > 0) peaks.push(peakMegabytes);
      return seconds;
    },
  );
  return { entrants, times: ratio, seconds: ours, bareSeconds: floor, peakMegabytes: summarise(peaks) };
};
