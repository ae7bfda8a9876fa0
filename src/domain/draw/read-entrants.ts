import type { DrawRules } from './draw-rules.ts';
import { createEntrantsReader, type Entrants } from './entrants.ts';
import { createLineSplitter, LONGEST_LINE } from './lines.ts';

/** The entrants of entrants.csv, or what is wrong with the file and where. `expected` is about how many there are. */
export const readEntrants = async (file: AsyncIterable<string>, rules: DrawRules, expected: number): Promise<Entrants | string> => {
  const reader = createEntrantsReader(rules, Math.min(expected, MOST_EXPECTED));
  let problem: string | null = null;
  let lineNumber = 0;
  const lines = createLineSplitter((line) => {
    lineNumber += 1;
    if (problem !== null) return;
    const wrong = reader.readLine(line);
    if (wrong !== null) problem = `line ${lineNumber} ${wrong}`;
  });
  for await (const chunk of file) {
    lines.push(chunk);
    if (problem !== null) return problem;
    if (lines.rest().length > LONGEST_LINE) return `line ${lineNumber + 1} is too long`;
  }
  if (lines.rest() !== '') return 'the last line does not end with LF';
  return lineNumber === 0 ? 'the file is empty' : reader.entrants();
};

/** Keeps a false count in draw.json from taking the memory. */
const MOST_EXPECTED = 20_000_000;
