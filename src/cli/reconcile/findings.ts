/** Differences that a comparison found: the first ones in words, all of them counted. */
export interface Findings {
  /** `fan`: whose entry it is about, where sending it again may mend it. */
  add(line: string, fan?: string): void;
  readonly lines: readonly string[];
  readonly count: number;
  readonly fans: ReadonlySet<string>;
}

const SHOWN = 50;

export const createFindings = (): Findings => {
  const lines: string[] = [];
  const fans = new Set<string>();
  let count = 0;
  return {
    add: (line, fan) => {
      count += 1;
      if (lines.length < SHOWN) lines.push(line);
      if (fan !== undefined) fans.add(fan);
    },
    lines,
    get count() {
      return count;
    },
    fans,
  };
};
