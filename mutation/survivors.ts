import { existsSync, readFileSync } from 'node:fs';
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

/** A survivor that was looked at and stands; without line numbers, so that it is known again after a change elsewhere in the file. */
export interface Accepted {
  readonly file: string;
  readonly mutator: string;
  readonly original: string;
  readonly replacement: string;
  readonly reason: string;
}

export interface Survivor extends Omit<Accepted, 'reason'> {
  readonly line: number;
  /** Why it stands; null where nobody has said so. */
  readonly reason: string | null;
}

export const acceptedFile = join(root, 'mutation/accepted.json');
export const readAccepted = (): readonly Accepted[] => (existsSync(acceptedFile) ? (JSON.parse(readFileSync(acceptedFile, 'utf8')) as Accepted[]) : []);

const SURVIVED = ['Survived', 'NoCoverage'];

export const scoreOf = ({ files }: Report): Omit<FileScore, 'source'> => {
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (status: string): number => mutants.filter((mutant) => mutant.status === status).length;
  const [killed, timeout, survived, noCoverage] = [count('Killed'), count('Timeout'), count('Survived'), count('NoCoverage')];
  const all = killed + timeout + survived + noCoverage;
  return { mutants: all, killed, timeout, survived, noCoverage, score: all === 0 ? null : Math.round(((killed + timeout) / all) * 1000) / 10 };
};

export const survivorsOf = ({ files }: Report): readonly Survivor[] => {
  const accepted = readAccepted();
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants
      .filter(({ status }) => SURVIVED.includes(status))
      .map(({ mutatorName: mutator, replacement = '', location }): Survivor => {
        const survivor = { file, mutator, original: textAt(lines, location), replacement: oneLine(replacement) };
        const found = accepted.find((one) => (['file', 'mutator', 'original', 'replacement'] as const).every((key) => one[key] === survivor[key]));
        return { ...survivor, line: location.start.line, reason: found?.reason ?? null };
      });
  });
};

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
