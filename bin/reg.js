#!/usr/bin/env node
// Runs the command with the Node that the package pins: an older one, which may be all that the machine has, cannot run TypeScript.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const pinned = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node');
const entry = fileURLToPath(new URL('../src/cli/reg.ts', import.meta.url));
const packaged = entry.includes(`${sep}node_modules${sep}`);
const flags = packaged ? ['--disable-warning=ExperimentalWarning', '--import', new URL('strip-types.js', import.meta.url).href] : [];
const child = spawn(pinned, [...flags, entry, ...process.argv.slice(2)], { stdio: 'inherit' });

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`The pinned Node could not be started (${error.message}). Run "npm ci" first.\n`);
  process.exitCode = 1;
});
child.on('exit', (status, signal) => {
  process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 143);
});
