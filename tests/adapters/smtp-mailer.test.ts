import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSmtpMailer, type SmtpMailerOptions } from '../../src/adapters/smtp/smtp-mailer.ts';
import { smtpServerOf } from '../../src/adapters/smtp/smtp-url.ts';
import type { Mail } from '../../src/ports/mailer.ts';
import { startMailServer, startScriptedMailServer } from '../support/mail-server.ts';

const mailTo = (address: string): Mail => ({
  messageId: `${address.split('@')[0]}@tickets.example`,
  from: 'Tickets <no-reply@tickets.example>',
  to: { name: 'Ann', address },
  subject: 'Tournée d’été',
  text: 'Hello\n',
  html: '<p>Hello</p>',
  headers: { 'List-Unsubscribe': '<https://tickets.example/unsubscribe?token=a>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  attachments: [],
  date: Date.UTC(2027, 1, 12, 8),
});
const mail = mailTo('ann@example.org');

const createMailer = (url: string, options: Partial<SmtpMailerOptions> = {}) => {
  const mailer = createSmtpMailer({ url: async () => url, dkim: null, bounceAddress: null, ...options });
  onTestFinished(() => mailer.close());
  return mailer;
};

describe('a mail that the server', () => {
  test.each([
    ['was not told of, as it greeted with an error', 'CONNECT', '554 not today', 'failed', true],
    ['was not told of, as it never answered the greeting', 'EHLO', 'silence', 'failed', true],
    ['refuses for now by its sender', 'MAIL', '451 later', 'failed', true],
    ['refuses for now by its receiver, as greylisting does', 'RCPT', '450 4.2.0 greylisted', 'failed', true],
    ['refuses for good by its receiver', 'RCPT', '550 5.1.1 nobody here', 'failed', false],
    ['refuses to hear', 'DATA', '554 no', 'failed', false],
    ['drops before it hears', 'DATA', 'cut', 'failed', true],
    ['hears and refuses for now', 'END', '452 full', 'failed', true],
    ['hears and refuses for good', 'END', '554 spam', 'failed', false],
    ['hears and dies before it answers', 'END', 'cut', 'ambiguous', undefined],
    ['hears and never answers', 'END', 'silence', 'ambiguous', undefined],
    ['hears and shuts down with an answer', 'END', '421 shutting down', 'failed', true],
  ] as const)('%s', async (_, step, answer, state, retryable) => {
    const server = await startScriptedMailServer({ [step]: [answer] });
    const outcome = await createMailer(server.url, { silenceMs: 500 }).send(mail);
    expect(outcome).toEqual({ state, reason: expect.any(String), ...(retryable === undefined ? {} : { retryable }) });
    expect(outcome).not.toMatchObject({ reason: expect.stringContaining('example.org') });
    expect(server.mails()).toBe(step === 'END' ? 1 : 0);
  });

  test('is not there: it is tried again later', async () => {
    expect(await createMailer('smtp://127.0.0.1:1').send(mail)).toEqual({
      state: 'failed',
      reason: 'the mail server was not reached (ESOCKET)',
      retryable: true,
    });
  });

  test('has no TLS for waits, unless its address says that it goes without', async () => {
    const { port, arrived } = await startMailServer();
    expect(smtpServerOf(`smtp://mail.example`)).toMatchObject({ port: 587, secure: false, requireTLS: true });
    expect(smtpServerOf(`smtps://mail.example`)).toMatchObject({ port: 465, secure: true });
    expect(smtpServerOf(`smtp://mail.example?tls=off`)).toMatchObject({ requireTLS: false, ignoreTLS: true });
    expect(smtpServerOf('smtp://[::1]:25')).toMatchObject({ host: '::1', port: 25, ignoreTLS: true });
    expect(smtpServerOf('smtp://[::1]:25?tls=required')).toMatchObject({ requireTLS: true, ignoreTLS: false });
    expect(await createMailer(`smtp://127.0.0.1:${port}?tls=required`).send(mail)).toEqual({
      state: 'failed',
      reason: 'the mail server refused it (500, STARTTLS)',
      retryable: true,
    });
    expect(await createMailer(`smtps://127.0.0.1:${port}`).send(mail)).toMatchObject({ state: 'failed', retryable: true });
    expect(arrived).toEqual([]);
  });
});

describe('the connections', () => {
  test('are few, and used again', async () => {
    let open = 0;
    let most = 0;
    let made = 0;
    const { url, arrived } = await startMailServer({
      onConnect: (_, done) => {
        made += 1;
        open += 1;
        most = Math.max(most, open);
        done();
      },
      onClose: () => {
        open -= 1;
      },
    });
    const mailer = createMailer(url, { connections: 2, rate: 1_000 });
    const mails = Array.from({ length: 20 }, (_, index) => mailTo(`fan${index}@example.org`));
    expect(await Promise.all(mails.map((one) => mailer.send(one)))).toEqual(mails.map(() => ({ state: 'sent' })));
    expect(arrived.flatMap(({ to }) => to).sort()).toEqual(mails.map(({ to }) => to.address).sort());
    expect([most, made]).toEqual([2, 2]);
  });

  test('that the server dropped meanwhile are replaced, as nothing of the mail was heard', async () => {
    const server = await startScriptedMailServer({ MAIL: ['250 go on', 'cut'] });
    const mailer = createMailer(server.url);
    expect(await mailer.send(mail)).toEqual({ state: 'sent' });
    expect(await mailer.send(mailTo('bob@example.org'))).toEqual({ state: 'sent' });
    expect([server.connections(), server.mails()]).toEqual([2, 2]);
  });

  test('log in, and take up a new password after one was refused', async () => {
    let password = 'old';
    const { port, arrived } = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (auth, _, done) => (auth.username === 'reg@tickets' && auth.password === 'n€w' ? done(null, { user: 'reg' }) : done(new Error('no'))),
    });
    const mailer = createSmtpMailer({
      url: async () => `smtp://reg%40tickets:${encodeURIComponent(password)}@127.0.0.1:${port}`,
      dkim: null,
      bounceAddress: null,
    });
    onTestFinished(() => mailer.close());
    expect(await mailer.send(mail)).toEqual({ state: 'failed', reason: 'the mail server refused it (535, AUTH)', retryable: true });
    password = 'n€w';
    expect(await mailer.send(mail)).toEqual({ state: 'sent' });
    expect(arrived).toHaveLength(1);
  });
});

test('bounces come to an address that names the mail and nobody', async () => {
  const { url, arrived } = await startMailServer();
  await createMailer(url).send(mail);
  await createMailer(url, { bounceAddress: 'returned@bounce.example' }).send(mail);
  expect(arrived.map(({ from }) => from)).toEqual(['bounces+ann@tickets.example', 'returned+ann@bounce.example']);
  expect((await simpleParser(arrived[0]?.bytes ?? '')).from?.value[0]?.address).toBe('no-reply@tickets.example');
});

describe('the signature (DKIM)', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const dkim = { selector: 'reg1', domain: null, key: async () => Buffer.from(pem) };

  test('holds over the body and the headers that matter, by the rules of RFC 6376', async () => {
    const { url, arrived } = await startMailServer();
    await createMailer(url, { dkim }).send(mail);
    const { tags, signed } = checkSignature(arrived[0]?.bytes ?? Buffer.alloc(0), String(publicKey.export({ type: 'spki', format: 'pem' })));
    expect(tags).toMatchObject({ v: '1', a: 'rsa-sha256', c: 'relaxed/relaxed', d: 'tickets.example', s: 'reg1' });
    expect(signed).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post']));
  });

  test.each(['not a key', String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))])(
    'that cannot be made keeps the mail back',
    async (key) => {
      const { url, arrived } = await startMailServer();
      const mailer = createMailer(url, { dkim: { ...dkim, key: async () => Buffer.from(key) } });
      expect(await mailer.send(mail)).toEqual({ state: 'failed', reason: 'the mailer is not set up (CONFIG_INVALID)', retryable: true });
      expect(arrived).toEqual([]);
    },
  );
});

/** A verifier of its own, by RFC 6376, 3.4.2, 3.4.4 and 3.7, for one signature that is relaxed/relaxed. Throws where it does not hold. */
const checkSignature = (bytes: Buffer, key: string) => {
  const text = bytes.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const headers = text.slice(0, end).split(/\r\n(?![ \t])/);
  const nameIn = (header: string): string => header.slice(0, header.indexOf(':')).trim().toLowerCase();
  const relaxed = (header: string): string =>
    `${nameIn(header)}:${header
      .slice(header.indexOf(':') + 1)
      .replace(/\r\n/g, '')
      .replace(/[ \t]+/g, ' ')
      .trim()}`;
  const body = text
    .slice(end + 4)
    .replace(/[ \t]+(?=\r\n)/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/(\r\n)*$/, '\r\n');
  const signature = headers.find((header) => nameIn(header) === 'dkim-signature') ?? '';
  const tags = Object.fromEntries(
    signature
      .slice(signature.indexOf(':') + 1)
      .split(';')
      .map((tag) => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1).replace(/\s/g, '')]),
  );
  expect(createHash('sha256').update(body, 'latin1').digest('base64'), 'the hash of the body').toBe(tags.bh);
  const signed = (tags.h ?? '').toLowerCase().split(':');
  const present = signed.flatMap((name) => headers.filter((header) => nameIn(header) === name).slice(-1));
  const unsigned = relaxed(signature).replace(/([;:\s]b=)[^;]*/, '$1');
  const data = `${[...present.map(relaxed), unsigned].join('\r\n')}`;
  expect(verify('sha256', Buffer.from(data, 'latin1'), createPublicKey(key), Buffer.from(tags.b ?? '', 'base64')), 'the signature').toBe(true);
  return { tags, signed };
};
