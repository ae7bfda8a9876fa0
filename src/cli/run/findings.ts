/** Differences that a reconciliation found: the first ones in words, all of them counted. */
export interface Findings {
  add(line: string): void;
  readonly lines: readonly string[];
  readonly count: number;
}

const SHOWN = 50;

export const createFindings = (): Findings => {
  const lines: string[] = [];
  let count = 0;
  return {
    add: (line) => {
      count += 1;
      if (lines.length < SHOWN) lines.push(line);
    },
    lines,
    get count() {
      return count;
    },
  };
};
