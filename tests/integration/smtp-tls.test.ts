import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { createSmtpMailer } from '../../src/adapters/smtp/smtp-mailer.ts';
import type { Mail } from '../../src/ports/mailer.ts';
import { startMailServer } from '../support/mail-server.ts';

const mail: Mail = {
  messageId: 'ann@tickets.example',
  from: 'no-reply@tickets.example',
  to: { name: 'Ann', address: 'ann@example.org' },
  subject: 'Hello',
  text: 'Hello\n',
  headers: {},
  attachments: [],
  date: Date.UTC(2027, 1, 12, 8),
};

/** A key and a certificate for a name, which nobody has signed but itself. */
const makeCertificate = (name: string, days: number): { readonly key: string; readonly cert: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'reg-smtp-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const request = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-subj',
    `/CN=${name}`,
    '-addext',
    `subjectAltName=DNS:${name}`,
  ];
  execFileSync('openssl', [...request, '-days', String(days), '-keyout', key, '-out', cert], { stdio: 'pipe' });
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
};

const trust = (cert: string): void => {
  const usual = getCACertificates('default');
  setDefaultCACertificates([...usual, cert]);
  onTestFinished(() => setDefaultCACertificates(usual));
};

const send = async (url: string) => {
  const mailer = createSmtpMailer({ url: async () => url, dkim: null, bounceAddress: null });
  onTestFinished(() => mailer.close());
  return mailer.send(mail);
};

test.each([
  ['smtps', true],
  ['smtp', false],
] as const)('%s:// sends over TLS to a server whose certificate holds', async (protocol, secure) => {
  const { key, cert } = makeCertificate('localhost', 1);
  trust(cert);
  const secured: boolean[] = [];
  const { port, arrived } = await startMailServer({
    secure,
    disabledCommands: [],
    key,
    cert,
    onMailFrom: (_, session, done) => {
      secured.push(session.secure);
      done();
    },
  });
  expect(await send(`${protocol}://localhost:${port}?tls=required`)).toEqual({ state: 'sent' });
  expect(secured).toEqual([true]);
  expect(arrived).toHaveLength(1);
});

test.each([
  ['that nobody vouches for', 'localhost', false],
  ['of another name', 'mail.example', true],
] as const)('a certificate %s keeps mails back', async (_, name, trusted) => {
  const { key, cert } = makeCertificate(name, 1);
  if (trusted) trust(cert);
  for (const [protocol, secure] of [
    ['smtps', true],
    ['smtp', false],
  ] as const) {
    const { port, arrived } = await startMailServer({ secure, disabledCommands: [], key, cert });
    expect(await send(`${protocol}://localhost:${port}?tls=required`)).toMatchObject({ state: 'failed', retryable: true });
    expect(arrived).toEqual([]);
  }
});
