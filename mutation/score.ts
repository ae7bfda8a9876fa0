import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
export const scoresFile = join(root, 'mutation/score.json');

/** What became of the mutants of one file. */
export interface FileScore {
  /** The first 16 hex digits of the SHA-256 of the file that was mutated. */
  readonly source: string;
  /** All that could be run. */
  readonly mutants: number;
  readonly killed: number;
  /** Ran on and on, which counts as killed. */
  readonly timeout: number;
  readonly survived: number;
  /** No test reached it, which counts as survived. */
  readonly noCoverage: number;
  /** Per cent killed, to one digit; null where there is nothing to mutate. */
  readonly score: number | null;
}

/** By file. */
export type Scores = Readonly<Record<string, FileScore>>;

export const readScores = (): Scores => (existsSync(scoresFile) ? (JSON.parse(readFileSync(scoresFile, 'utf8')) as Scores) : {});

/** Every file that is mutated, in order. */
export const domainFiles = (): readonly string[] => globSync('src/domain/**/*.ts', { cwd: root }).toSorted();

export const hashOf = (file: string): string =>
  createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex')
    .slice(0, 16);
