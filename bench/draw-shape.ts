/** What both sides of the draw's bench agree on: four markets, and one to five lots an entrant. */
export const drawShape = (argument: string | undefined) => {
  const count = Number(argument);
  const markets = ['london-1', 'paris-1', 'berlin-1', 'dublin-1'].map((id) => ({
    id,
    capacity: Math.ceil(count / 20),
    waitlistCapacity: Math.ceil(count / 100),
  }));
  return { count, markets };
};

export const lotsOf = (entrant: number): number => 1 + (entrant % 5);

/** The figures of one process, as JSON on stdout. */
export const report = (seconds: number): void => {
  process.stdout.write(JSON.stringify({ seconds, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
};
