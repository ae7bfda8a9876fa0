import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFunction } from './bundle/bundle-function.ts';
import { functionEntries, root } from './bundle/functions.ts';

/** `npm run bundle`: one file a function under `dist/lambda/<name>/index.mjs`, and a table of their sizes. */
const out = join(root, 'dist/lambda');

rmSync(out, { recursive: true, force: true });
for (const { name, file } of functionEntries()) {
  const { bytes } = await bundleFunction({ file }, join(out, name, 'index.mjs'));
  process.stdout.write(`${name.padEnd(28)}${String(bytes).padStart(10)} bytes\n`);
}
