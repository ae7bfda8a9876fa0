import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { steps } from '../../scripts/generate/steps.ts';

test.each(steps.map((step) => [step.name, step] as const))('%s: what is committed is what `npm run generate` prints', async (_, step) => {
  const files = await step.files();
  expect(files.length).toBeGreaterThan(0);
  const outdated = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text).map(({ path }) => path);
  expect(outdated).toEqual([]);
});
