import { writeFileSync } from 'node:fs';

/** Preloaded into a measured process: at its end it leaves the peak of its memory, in megabytes, in a file. */
process.on('exit', () => {
  const file = process.env.BENCH_PEAK_FILE;
  if (file !== undefined) writeFileSync(file, String(Math.round(process.resourceUsage().maxRSS / 1024)));
});
