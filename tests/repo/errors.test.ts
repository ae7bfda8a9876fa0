import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorCodes, RegError } from '../../src/errors.ts';

/** Rows of the table in docs/errors.md: code, status, whether trying again helps. */
const documented = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \| (\d{3}) \| (yes|no) \| (.+) \| (.+) \|$/gm)].map(
  ([, code, status, again]) => ({ code, status: Number(status), retryable: again === 'yes' }),
);

test('docs/errors.md tells code, status and whether to try again as the code does, in its order', () => {
  const actual = errorCodes.map((code) => {
    const { status, retryable } = new RegError(code, '');
    return { code, status, retryable };
  });
  expect(documented).toEqual(actual);
});
