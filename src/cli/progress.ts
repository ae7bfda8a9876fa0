import { Presets, SingleBar } from 'cli-progress';

/** A bar on stderr while something long goes on; nothing where stderr is no terminal. */
export interface Progress {
  /** How many are done by now. */
  reached(done: number): void;
  end(): void;
}

export const startProgress = (label: string, total: number): Progress => {
  if (!process.stderr.isTTY) return { reached: () => {}, end: () => {} };
  const bar = new SingleBar(
    {
      format: `${label} {bar} {percentage}% {value}/{total}, {eta_formatted} left`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 1000,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { reached: (done) => bar.update(done), end: () => bar.stop() };
};
