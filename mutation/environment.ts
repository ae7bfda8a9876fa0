import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type CollectedTest, collect } from './test-api.ts';

/** The tests that state the rules of src/domain. */
const SUITE = ['tests/domain/**/*.test.ts', 'tests/draw/**/*.test.ts', 'tests/cli/csv-cell.test.ts'];
/** State nothing of src/domain that the others do not, and take long. */
const LEFT_OUT = [
  'tests/domain/examples.test.ts',
  'tests/domain/postal-libraries.test.ts',
  'tests/draw/priority-groups.test.ts',
  'tests/draw/second-implementation.test.ts',
];
/** Of the modules that tests import, those that others stand in for here. */
const STAND_INS = new Map(['vitest', 'fast-check'].map((name) => [name, join(import.meta.dirname, name === 'vitest' ? 'test-api.ts' : 'fast-check.ts')]));

/** Where the copy is that mutants are in; known once the process is there. */
let own = '';
const codes = new Map<string, string>();
const importers = new Map<string, Set<string>>();
let loads = 0;

const plain = (url: string): string => url.replace(/\?.*$/, '');

/** Each load has modules of its own, so that none finds what another left behind: they have the load's number in their address. */
const hookIn = (): void => {
  own = `${pathToFileURL(process.cwd()).href}/`;
  registerHooks({
    resolve: (specifier, context, next) => {
      const standIn = STAND_INS.get(specifier);
      if (standIn !== undefined && context.parentURL?.startsWith(own))
        return { url: pathToFileURL(standIn).href, format: 'module-typescript', shortCircuit: true };
      const found = next(specifier, context);
      // Vite takes a module for the data that it stands for.
      if (context.importAttributes?.type === 'json' && found.url.endsWith('.js')) return { ...found, importAttributes: {} };
      if (!found.url.startsWith(own) || !found.url.endsWith('.ts') || context.parentURL === undefined) return found;
      const known = importers.get(found.url) ?? new Set();
      importers.set(found.url, known.add(plain(context.parentURL)));
      return { ...found, url: `${found.url}?load=${loads}` };
    },
    load: (url, context, next) => {
      if (!url.startsWith(own) || !url.includes('?load=')) return next(url, context);
      const path = fileURLToPath(plain(url));
      const code = codes.get(path) ?? stripTypeScriptTypes(readFileSync(path, 'utf8'));
      codes.set(path, code);
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
};

/** Every test file, by its path. */
export const testFiles = (): readonly string[] => globSync(SUITE, { exclude: LEFT_OUT }).toSorted();

/** From here on everything is loaded anew. */
export const startAnew = (): void => {
  // Not before: the process that only hands out the work reads this module too.
  if (loads === 0) hookIn();
  loads += 1;
};

export const loadTests = (file: string): Promise<readonly CollectedTest[]> => collect(file, () => import(`${own}${file}?load=${loads}`));

const GRAPH = 'importers.json';

/** Keeps what imports what, for processes that load no more than they need. */
export const keepImports = (): void => writeFileSync(GRAPH, JSON.stringify([...importers].map(([url, by]) => [url, [...by]])));

/** The test files that import this file, be it through others; those that are nearest to it first. */
export const testFilesOn = (path: string): readonly string[] => {
  const graph = new Map(JSON.parse(readFileSync(GRAPH, 'utf8')) as [string, readonly string[]][]);
  const reached = new Set([pathToFileURL(path).href]);
  for (const url of reached) for (const importer of graph.get(url) ?? []) reached.add(importer);
  const files = new Set(testFiles());
  const start = `${pathToFileURL(process.cwd()).href}/`;
  return [...reached].map((url) => url.slice(start.length)).filter((file) => files.has(file));
};
