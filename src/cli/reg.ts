#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { exitStatusOf, failureAnswer, failureText } from './failure.ts';
import { createProgram } from './program.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

try {
  await createProgram(version).parseAsync(process.argv);
} catch (error) {
  const text = failureText(error, process.env.REG_LOG_LEVEL === 'debug');
  if (text !== null) process.stderr.write(`${text}\n`);
  const status = exitStatusOf(error);
  if (process.argv.includes('--json') && status !== 0) process.stdout.write(`${JSON.stringify(failureAnswer(error))}\n`);
  process.exitCode = status;
}
