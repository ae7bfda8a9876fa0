import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = import.meta.dirname;
const MARK = join(FOLDER, 'node_modules/.installed');

/**
 * Installs what we are held against, a package of its own (`bench/package.json`), unless it is there as its lock wants it,
 * and checks the types of `bench/peers`, which need it. Throws with what is missing.
 */
export const installPeers = (): void => {
  const lock = readFileSync(join(FOLDER, 'package-lock.json'), 'utf8');
  if (!existsSync(MARK) || readFileSync(MARK, 'utf8') !== lock) {
    process.stderr.write('Installing what the benchmarks compare with into bench/node_modules …\n');
    run('npm', ['ci', '--prefix', FOLDER, '--no-audit', '--no-fund', '--ignore-scripts'], 'BullMQ, pg-boss and pg could not be fetched from npm');
    writeFileSync(MARK, lock);
  }
  run(join(FOLDER, '../node_modules/.bin/tsc'), ['-p', join(FOLDER, 'peers')], 'bench/peers does not fit what it uses');
};

const run = (command: string, args: readonly string[], complaint: string): void => {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${complaint}: ${error?.message ?? `${stdout}${stderr}`.trim()}`);
};
