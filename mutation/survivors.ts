import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileScore, root } from './score.ts';

/** As much of Stryker's report (mutation-testing-elements' schema) as is read here. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

/** From 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** One change that no test sees. */
interface Change {
  /** The line that it begins in, so that it is known again wherever that has moved to. */
  readonly at: string;
  readonly original: string;
  readonly replacement: string;
}

/** Survivors of one file that were looked at and stand, for one reason. */
export interface Accepted {
  readonly file: string;
  readonly reason: string;
  readonly changes: readonly Change[];
}

export interface Survivor extends Change {
  readonly line: number;
  readonly mutator: string;
  /** Why it stands; null where nobody has said so. */
  readonly reason: string | null;
}

export const readAccepted = (): readonly Accepted[] => JSON.parse(readFileSync(join(root, 'mutation/accepted.json'), 'utf8')) as Accepted[];

const SURVIVED = ['Survived', 'NoCoverage'];

export const scoreOf = (mutants: readonly Mutant[]): Omit<FileScore, 'source'> => {
  const count = (status: string): number => mutants.filter((mutant) => mutant.status === status).length;
  const [killed, timeout, survived, noCoverage] = [count('Killed'), count('Timeout'), count('Survived'), count('NoCoverage')];
  const all = killed + timeout + survived + noCoverage;
  return { mutants: all, killed, timeout, survived, noCoverage, score: all === 0 ? null : Math.round(((killed + timeout) / all) * 1000) / 10 };
};

export const survivorsOf = (file: string, source: string, mutants: readonly Mutant[]): readonly Survivor[] => {
  const lines = source.split('\n');
  const accepted = readAccepted().filter((one) => one.file === file);
  return mutants
    .filter(({ status }) => SURVIVED.includes(status))
    .map(({ mutatorName: mutator, replacement = '', location }): Survivor => {
      const { line } = location.start;
      const change: Change = { at: oneLine(lines[line - 1] ?? ''), original: textAt(lines, location), replacement: oneLine(replacement) };
      const found = accepted.find(({ changes }) => changes.some((one) => isSame(one, change)));
      return { line, mutator, ...change, reason: found?.reason ?? null };
    });
};

const isSame = (a: Change, b: Change): boolean => a.at === b.at && a.original === b.original && a.replacement === b.replacement;

const textAt = (lines: readonly string[], { start, end }: Mutant['location']): string => {
  const inside = lines.slice(start.line - 1, end.line);
  const last = inside.length - 1;
  const cut = inside.map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined));
  return oneLine(cut.join('\n'));
};

/** Long blocks are known by how they begin. */
const oneLine = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > 160 ? `${flat.slice(0, 159)}…` : flat;
};
