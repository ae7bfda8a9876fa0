import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { domainFiles, hashOf, readScores, root, scoresFile, textOf } from './score.ts';
import { type Report, type Survivor, scoreOf, survivorsOf } from './survivors.ts';

const work = join(root, 'dist/mutation');
const own = join(work, String(process.pid));
const stryker = join(root, 'mutation/node_modules/@stryker-mutator/core/bin/stryker.js');

/** Makes every mutant of these files in a copy of the repository, and runs the tests that reach it against each. */
const mutate = (files: readonly string[]): Report => {
  mkdirSync(own, { recursive: true });
  const [configFile, reportFile] = [join(own, 'config.json'), join(own, 'report.json')];
  const config = JSON.parse(readFileSync(join(root, 'mutation/stryker.config.json'), 'utf8')) as object;
  writeFileSync(configFile, JSON.stringify({ ...config, mutate: files, jsonReporter: { fileName: reportFile }, tempDirName: join(own, 'copy') }));
  const { status } = spawnSync(process.execPath, [stryker, 'run', configFile], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('Stryker failed.');
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  renameSync(reportFile, join(work, 'report.json'));
  rmSync(own, { recursive: true });
  return report;
};

const {
  positionals,
  values: { stale, least },
} = parseArgs({ allowPositionals: true, options: { stale: { type: 'boolean', default: false }, least: { type: 'string', default: '100' } } });
const known = readScores();
const files = positionals.length > 0 ? positionals : domainFiles().filter((file) => !stale || known[file]?.source !== hashOf(textOf(file)));

const report: Report = files.length === 0 ? { files: {} } : mutate(files);
const scores = new Map(Object.entries(readScores()).filter(([file]) => domainFiles().includes(file)));
const open: Record<string, readonly Survivor[]> = {};
const low: string[] = [];
for (const file of files) {
  // A file without code has no mutants, and is not in the report.
  const { source, mutants } = report.files[file] ?? { source: textOf(file), mutants: [] };
  const score = scoreOf(mutants);
  scores.set(file, { source: hashOf(source), ...score });
  const unexplained = survivorsOf(file, source, mutants).filter(({ reason }) => reason === null);
  if (unexplained.length > 0) open[file] = unexplained;
  if (100 * unexplained.length > (100 - Number(least)) * score.mutants) low.push(file);
  if (score.mutants > 0) console.log(`${file}: ${score.mutants} mutants, ${score.survived + score.noCoverage} survive, ${unexplained.length} without a reason`);
  for (const { line, mutator, original, replacement } of unexplained) console.log(`  ${file}:${line} ${mutator}: ${original} -> ${replacement}`);
}
mkdirSync(work, { recursive: true });
writeFileSync(join(work, 'unexplained.json'), `${JSON.stringify(open, null, 2)}\n`);
writeFileSync(scoresFile, `${JSON.stringify(Object.fromEntries([...scores].toSorted(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`);
if (low.length > 0) console.error(`Too many mutants that nobody has explained survive in ${low.join(', ')}.`);
process.exitCode = low.length === 0 ? 0 : 1;
