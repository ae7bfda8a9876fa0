import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createOutboxMailer } from '../../src/adapters/file/outbox-mailer.ts';
import type { Mail } from '../../src/ports/mailer.ts';
import { describeMailerContract } from './mailer.contract.ts';

const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'reg-outbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

describeMailerContract('outbox', async () => {
  const folder = join(temporaryFolder(), 'outbox');
  const list = () => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  };
  return { mailer: createOutboxMailer({ folder }), arrived: async () => list().map((name) => readFileSync(join(folder, name))) };
});

const mail: Mail = {
  messageId: '../../etc/abc@tickets.example',
  from: 'no-reply@tickets.example',
  to: { name: 'Ann', address: 'ann@example.org' },
  subject: 'Hello',
  text: 'Hello\n',
  html: '<p>Hello</p>',
  headers: {},
  attachments: [],
  date: Date.UTC(2027, 1, 12, 8),
};

test('the outbox has the same mail sent twice once, byte for byte, readable by its owner alone', async () => {
  const folder = join(temporaryFolder(), 'outbox');
  await createOutboxMailer({ folder }).send(mail);
  const [name = ''] = readdirSync(folder);
  const before = readFileSync(join(folder, name));
  const later = createOutboxMailer({ folder });
  expect(await Promise.all([later.send(mail), later.send(mail)])).toEqual([{ state: 'sent' }, { state: 'sent' }]);
  expect(readdirSync(folder)).toEqual([name]);
  expect(name).toMatch(/^[0-9a-f]+\.eml$/);
  expect(readFileSync(join(folder, name))).toEqual(before);
});

test('an outbox that cannot be written is a failure that may pass', async () => {
  const parent = temporaryFolder();
  writeFileSync(join(parent, 'outbox'), 'a file where the folder should be');
  expect(await createOutboxMailer({ folder: join(parent, 'outbox') }).send(mail)).toMatchObject({ state: 'failed', retryable: true });
});
