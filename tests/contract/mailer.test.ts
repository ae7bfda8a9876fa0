import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { expect, onTestFinished, test } from 'vitest';
import { createSesMailer, SES_CLIENT } from '../../src/adapters/aws/ses-mailer.ts';
import { createOutboxMailer } from '../../src/adapters/file/outbox-mailer.ts';
import { createSmtpMailer } from '../../src/adapters/smtp/smtp-mailer.ts';
import type { Mail } from '../../src/ports/mailer.ts';
import { createLoopbackAws } from '../support/loopback-aws.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { Registry } from './adapters.ts';
import { describeMailerContract, type MailerSubject } from './mailer.contract.ts';

const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'reg-outbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const subjects: Registry<'mailer', () => Promise<MailerSubject>> = {
  outbox: async () => {
    const folder = join(temporaryFolder(), 'outbox');
    const list = () => {
      try {
        return readdirSync(folder);
      } catch {
        return [];
      }
    };
    return { mailer: createOutboxMailer({ folder }), arrived: async () => list().map((name) => readFileSync(join(folder, name))) };
  },
  // The emulator keeps no mail as it came, so SES is a server of our own here.
  ses: async () => {
    const { client, requests } = await createLoopbackAws((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"MessageId":"1"}'),
    );
    return { mailer: createSesMailer({ client: new SESv2Client({ ...client, ...SES_CLIENT }) }), arrived: async () => requests.map(rawMailIn) };
  },
  smtp: async () => {
    const { url, arrived } = await startMailServer();
    const mailer = createSmtpMailer({ url: async () => url, dkim: null, bounceAddress: null });
    onTestFinished(() => mailer.close());
    return { mailer, arrived: async () => arrived.map(({ bytes }) => bytes) };
  },
};

const rawMailIn = (request: string): Buffer => {
  const { Content, Destination } = JSON.parse(request) as {
    readonly Content: { readonly Raw: { readonly Data: string } };
    readonly Destination: { readonly ToAddresses: readonly string[] };
  };
  expect(Destination.ToAddresses).toHaveLength(1);
  return Buffer.from(Content.Raw.Data, 'base64');
};

for (const [name, create] of Object.entries(subjects)) describeMailerContract(name, create);

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
