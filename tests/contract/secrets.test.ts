import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFileSecrets } from '../../src/adapters/file/file-secrets.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import type { Registry } from './adapters.ts';
import { describeSecretsContract, type SecretsSubject } from './secrets.contract.ts';

const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'reg-secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const subjects: Registry<'secrets', () => Promise<SecretsSubject>> = {
  file: async () => {
    const folder = join(temporaryFolder(), 'secrets');
    let opened = 0;
    const open = async () => createFileSecrets({ folder, random: createSeededRandom(++opened) });
    return { secrets: await open(), restart: open };
  },
};

for (const [name, create] of Object.entries(subjects)) describeSecretsContract(name, create);

const bytes = new TextEncoder().encode('a secret');

test('files of secrets, and their folders, are for their owner alone, and no temporary file stays', async () => {
  const folder = join(temporaryFolder(), 'secrets');
  await createFileSecrets({ folder, random: createSeededRandom(1) }).getOrCreate('draw/summer-tour', () => bytes);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'draw')).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'draw', 'summer-tour')).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'draw'))).toEqual(['summer-tour']);
});

test('no name leads out of the folder', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'outside'), 'not a secret');
  const secrets = createFileSecrets({ folder: join(folder, 'secrets'), random: createSeededRandom(1) });
  for (const name of ['../outside', 'a/../../outside']) await expect(secrets.get(name)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});

test('one that another process began to replace and left is told with what to do', async () => {
  const folder = temporaryFolder();
  const secrets = createFileSecrets({ folder, random: createSeededRandom(1) });
  await secrets.getOrCreate('key', () => bytes);
  writeFileSync(join(folder, 'key~lock'), '');
  await expect(secrets.replace('key', () => bytes)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(join(folder, 'key~lock')) });
  rmSync(join(folder, 'key~lock'));
  await secrets.replace('key', () => new Uint8Array([1]));
  expect(readdirSync(folder)).toEqual(['key']);
  expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o600);
});
