import { globSync, readFileSync } from 'node:fs';
import { dirname, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which rooms of `src/` each room may import from at run time and for types (docs/architecture.md). */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  ports: ['domain'],
  workers: ['domain', 'ports', 'middleware', 'topology.ts', 'errors.ts', 'log.ts', 'generated', 'services'],
  middleware: ['domain', 'ports', 'workers', 'attribute-value.ts', 'topology.ts', 'errors.ts', 'log.ts'],
  services: ['domain', 'ports', 'errors.ts', 'log.ts', 'generated'],
  adapters: ['domain', 'ports', 'errors.ts', 'attribute-value.ts', 'topology.ts'],
};

const imports = globSync('src/**/*.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/from '(\.{1,2}\/[^']+)'/g)].map(([, target]) => ({
    file,
    room: relative('src', file).split('/')[0] ?? '',
    target: relative('src', normalize(`${dirname(file)}/${target}`)),
  })),
);

describe('imports point one way', () => {
  test.each(Object.keys(mayImport))('src/%s', (room) => {
    const allowed = [room, ...(mayImport[room] ?? [])];
    const wrong = imports.filter((found) => found.room === room && !allowed.includes(found.target.split('/')[0] ?? ''));
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  test('adapters are put in by the runtime, the server and the command alone', () => {
    const rooms = new Set(imports.filter(({ target, room }) => target.startsWith('adapters/') && room !== 'adapters').map(({ room }) => room));
    expect([...rooms].filter((room) => !['runtime', 'server', 'cli'].includes(room))).toEqual([]);
  });

  test('workers know services by their contract alone', () => {
    const wrong = imports.filter(({ room, target }) => room === 'workers' && target.startsWith('services/') && !/contract\.ts$/.test(target));
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });
});

describe('time and randomness are injected', () => {
  const product = globSync('src/**/*.ts').filter((file) => !file.startsWith('src/adapters/system/') && !file.startsWith('src/generated/'));
  test.each([
    ['the time', /\bDate\.now\(|new Date\(\)/],
    ['a random number', /Math\.random\(|randomUUID\(/],
    ['a timer', /\bset(Timeout|Interval)\(/],
  ])('no file asks the machine for %s', (_, pattern) => {
    expect(product.filter((file) => pattern.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
