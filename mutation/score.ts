import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
export const scoresFile = join(root, 'mutation/score.json');

/** What became of the mutants of one file. */
export interface FileScore {
  /** `hashOf` the file that was mutated. */
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

/** Not scored yet, as nearly all their mutants need everything loaded anew and minutes of tests. */
export const NOT_YET: readonly string[] = ['draw/leaf-batch.ts', 'draw/sha256-lanes.ts'].map((file) => `src/domain/${file}`);

/** Every file that is mutated, in order. */
export const domainFiles = (): readonly string[] =>
  globSync('src/domain/**/*.ts', { cwd: root })
    .filter((file) => !NOT_YET.includes(file))
    .toSorted();

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** What tells one text of a file from another: the first 16 hex digits of its SHA-256. */
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
