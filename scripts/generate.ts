import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { steps } from './generate/steps.ts';

/** `npm run generate`: writes every file that is printed from the code. Run it after a change of the topology or of a contract. */
const root = join(import.meta.dirname, '..');

for (const step of steps) {
  for (const { path, text } of await step.files()) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    process.stdout.write(`${step.name}: ${path}\n`);
  }
}
