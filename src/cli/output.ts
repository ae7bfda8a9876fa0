/** Where a command's answer goes: stdout holds the answer and nothing else, stderr whatever is for people's eyes on the way. */
export interface Output {
  /** One JSON object, or what `text` makes of it. */
  answer<T extends object>(value: T, text: (value: T) => string): void;
  /** A line about progress, on stderr. */
  note(line: string): void;
}

export const createOutput = (json: boolean): Output => ({
  answer: (value, text) => {
    const shown = json ? JSON.stringify(value) : text(value);
    if (shown !== '') process.stdout.write(`${shown}\n`);
  },
  note: (line) => {
    process.stderr.write(`${line}\n`);
  },
});

const shown = (cell: string | number): string => (typeof cell === 'number' ? cell.toLocaleString('en') : cell);

/** A text table: the first row is the header, numbers stand to the right. */
export const table = (rows: readonly (readonly (string | number)[])[]): string => {
  const columns = (rows[0] ?? []).map((_, column) => ({
    width: Math.max(...rows.map((row) => shown(row[column] ?? '').length)),
    right: rows.some((row) => typeof row[column] === 'number'),
  }));
  return rows
    .map((row) =>
      columns
        .map(({ width, right }, column) => (right ? shown(row[column] ?? '').padStart(width) : shown(row[column] ?? '').padEnd(width)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
