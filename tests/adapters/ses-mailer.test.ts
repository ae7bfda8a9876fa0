import type { ServerResponse } from 'node:http';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { expect, test } from 'vitest';
import { createSesMailer, SES_CLIENT } from '../../src/adapters/aws/ses-mailer.ts';
import type { Mail } from '../../src/ports/mailer.ts';
import { createLoopbackAws } from '../support/loopback-aws.ts';

const mail: Mail = {
  messageId: 'abc@tickets.example',
  from: 'no-reply@tickets.example',
  to: { name: 'Ann', address: 'ann@example.org' },
  subject: 'Hello',
  text: 'Hello\n',
  headers: {},
  attachments: [],
  date: Date.UTC(2027, 1, 12, 8),
};

const createWorld = async (answer: (response: ServerResponse) => void) => {
  const { client, requests } = await createLoopbackAws((_, response) => answer(response));
  const { endpoint, region, credentials } = client;
  return { mailer: createSesMailer({ client: new SESv2Client({ endpoint, region, credentials, ...SES_CLIENT }) }), requests, endpoint };
};

const refuse =
  (status: number, name: string) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'x-amzn-errortype': name, 'content-type': 'application/json' }).end('{"message":"ann@example.org is not welcome"}');
  };

test.each([
  [400, 'MessageRejected', false],
  [400, 'MailFromDomainNotVerifiedException', false],
  [400, 'BadRequestException', false],
  [429, 'TooManyRequestsException', true],
  [400, 'LimitExceededException', true],
  [400, 'SendingPausedException', true],
  [400, 'ThrottlingException', true],
  [403, 'AccessDeniedException', true],
  [503, 'ServiceUnavailable', true],
])('a mail that SES refuses with %i %s was not taken; retryable: %s', async (status, name, retryable) => {
  const { mailer, requests } = await createWorld(refuse(status, name));
  expect(await mailer.send(mail)).toEqual({ state: 'failed', reason: `SES did not take it (${name})`, retryable });
  expect(requests).toHaveLength(1);
});

test.each([
  ['takes the request and closes the connection', (response: ServerResponse) => response.destroy()],
  ['begins an answer and breaks off', (response: ServerResponse) => response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy())],
  ['answers with what is no answer', (response: ServerResponse) => response.writeHead(200, { 'content-type': 'application/json' }).end('{')],
  ['fails inside', refuse(500, 'InternalFailure')],
] as const)('where SES %s, nobody knows, and the mail is sent once', async (_, answer) => {
  const { mailer, requests } = await createWorld((response) => void answer(response));
  expect(await mailer.send(mail)).toMatchObject({ state: 'ambiguous' });
  expect(requests).toHaveLength(1);
});

test('where there is nobody to talk to, the mail was surely not taken', async () => {
  const client = new SESv2Client({
    endpoint: 'http://127.0.0.1:1',
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    ...SES_CLIENT,
  });
  expect(await createSesMailer({ client }).send(mail)).toEqual({ state: 'failed', reason: 'SES did not take it (ECONNREFUSED)', retryable: true });
  const nobody = new SESv2Client({
    region: 'us-east-1',
    credentials: () => Promise.reject(Object.assign(new Error('no credentials'), { name: 'CredentialsProviderError' })),
    ...SES_CLIENT,
  });
  expect(await createSesMailer({ client: nobody }).send(mail)).toMatchObject({ state: 'failed', retryable: true });
});

test('a client that tries again by itself is refused, before anything is sent', async () => {
  const { client, requests } = await createLoopbackAws((_, response) => response.writeHead(200).end('{}'));
  const mailer = createSesMailer({ client: new SESv2Client({ ...client, maxAttempts: 3 }) });
  await expect(mailer.send(mail)).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  expect(requests).toHaveLength(0);
});
