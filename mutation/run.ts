import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { domainFiles, hashOf, readScores, root, type Scores, scoresFile } from './score.ts';
import { type Report, scoreOf, survivorsOf } from './survivors.ts';

const work = join(root, 'dist/mutation');
const stryker = join(root, 'mutation/node_modules/@stryker-mutator/core/bin/stryker.js');

/** Makes every mutant of one file in a copy of the repository, and runs the tests that reach it against each. */
const mutate = (file: string): Report => {
  const folder = join(work, file.replaceAll('/', '-'));
  mkdirSync(folder, { recursive: true });
  const config = JSON.parse(readFileSync(join(root, 'mutation/stryker.config.json'), 'utf8')) as object;
  const report = join(folder, 'report.json');
  const own = { mutate: [file], jsonReporter: { fileName: report }, tempDirName: join(folder, 'sandbox') };
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...config, ...own }));
  const { status, stdout } = spawnSync(process.execPath, [stryker, 'run', join(folder, 'config.json')], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Stryker failed on ${file}:\n${stdout}`);
  return JSON.parse(readFileSync(report, 'utf8')) as Report;
};

const {
  positionals,
  values: { stale },
} = parseArgs({ allowPositionals: true, options: { stale: { type: 'boolean', default: false } } });
const before = readScores();
const files = positionals.length > 0 ? positionals : domainFiles().filter((file) => !stale || before[file]?.source !== hashOf(file));

let unexplained = 0;
for (const file of files) {
  const report = mutate(file);
  const { score, survivors } = { score: scoreOf(report), survivors: survivorsOf(report) };
  const open = survivors.filter(({ reason }) => reason === null);
  unexplained += open.length;
  console.log(`${file}: ${score.mutants} mutants, ${score.survived + score.noCoverage} survive, ${open.length} of them without a reason`);
  for (const { line, mutator, original, replacement } of open) console.log(`  ${file}:${line} ${mutator}: ${original} -> ${replacement}`);
  const scores: Scores = { ...readScores(), [file]: { source: hashOf(file), ...score } };
  const known = new Set(domainFiles());
  const sorted = Object.fromEntries(
    Object.entries(scores)
      .filter(([name]) => known.has(name))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  mkdirSync(dirname(scoresFile), { recursive: true });
  writeFileSync(scoresFile, `${JSON.stringify(sorted, null, 2)}\n`);
}
process.exitCode = unexplained === 0 ? 0 : 1;
