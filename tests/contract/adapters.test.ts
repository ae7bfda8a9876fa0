import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { adapters, serverAdapters } from './adapters.ts';

test('every adapter file of a port with a contract is in one of the lists of adapters', () => {
  const files = globSync('src/adapters/*/*.ts').map((file) => basename(file, '.ts'));
  const listed = new Map<string, readonly string[]>();
  for (const [port, technologies] of [...Object.entries(adapters), ...Object.entries(serverAdapters)]) {
    listed.set(port, [...(listed.get(port) ?? []), ...technologies]);
  }
  for (const [port, technologies] of listed) {
    const found = files.filter((name) => /^[a-z0-9]+$/.test(name.slice(0, -port.length - 1)) && name.endsWith(`-${port}`));
    expect(found.sort(), port).toEqual(technologies.map((technology) => `${technology}-${port}`).sort());
  }
});
