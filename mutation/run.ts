import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { domainFiles, hashOf, readScores, root, type Scores, scoresFile } from './score.ts';
import { type Report, scoreOf, survivorsOf } from './survivors.ts';

const work = join(root, 'dist/mutation');
const stryker = join(root, 'mutation/node_modules/@stryker-mutator/core/bin/stryker.js');

/** Makes every mutant of these files in a copy of the repository, and runs the tests that reach it against each. */
const mutate = (files: readonly string[]): Report => {
  mkdirSync(work, { recursive: true });
  const config = JSON.parse(readFileSync(join(root, 'mutation/stryker.config.json'), 'utf8')) as object;
  const own = { mutate: files, jsonReporter: { fileName: join(work, 'report.json') }, tempDirName: join(work, `copy-${process.pid}`) };
  writeFileSync(join(work, 'config.json'), JSON.stringify({ ...config, ...own }));
  const { status } = spawnSync(process.execPath, [stryker, 'run', join(work, 'config.json')], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('Stryker failed.');
  return JSON.parse(readFileSync(join(work, 'report.json'), 'utf8')) as Report;
};

const {
  positionals,
  values: { stale },
} = parseArgs({ allowPositionals: true, options: { stale: { type: 'boolean', default: false } } });
const before = readScores();
const files = positionals.length > 0 ? positionals : domainFiles().filter((file) => !stale || before[file]?.source !== hashOf(file));

const report: Report = files.length === 0 ? { files: {} } : mutate(files);
let open = 0;
const scores: Record<string, Scores[string]> = {};
for (const file of domainFiles()) {
  const known = before[file];
  if (known !== undefined && !files.includes(file)) scores[file] = known;
}
for (const file of files) {
  const found = report.files[file];
  const one: Report = { files: found === undefined ? {} : { [file]: found } };
  const score = scoreOf(one);
  scores[file] = { source: hashOf(file), ...score };
  const unexplained = survivorsOf(one).filter(({ reason }) => reason === null);
  open += unexplained.length;
  if (score.mutants > 0) console.log(`${file}: ${score.mutants} mutants, ${score.survived + score.noCoverage} survive, ${unexplained.length} without a reason`);
  for (const { line, mutator, original, replacement } of unexplained) console.log(`  ${file}:${line} ${mutator}: ${original} -> ${replacement}`);
}
writeFileSync(scoresFile, `${JSON.stringify(Object.fromEntries(Object.entries(scores).toSorted(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`);
process.exitCode = open === 0 ? 0 : 1;
