import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { adapters } from './adapters.ts';

test('every adapter file of a port with a contract is in the list of adapters', () => {
  const files = globSync('src/adapters/*/*.ts').map((file) => ({ technology: basename(dirname(file)), name: basename(file, '.ts') }));
  for (const [port, listed] of Object.entries(adapters)) {
    const found = files.filter(({ technology, name }) => name === `${technology}-${port}`).map(({ technology }) => technology);
    expect(found.sort(), port).toEqual([...listed].sort());
  }
});
