import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, test } from 'vitest';
import { createSecretsManagerSecrets } from '../../src/adapters/aws/secretsmanager-secrets.ts';
import { answerJson, createLoopbackAws } from '../support/loopback-aws.ts';
import { createSetClock } from '../support/set-clock.ts';

/** Secrets Manager with one secret, `text`, or with a failure. */
const createWorld = async () => {
  const stored: { text: string; failure: string | null } = { text: 'first', failure: null };
  const { client, requests } = await createLoopbackAws((_, response) => {
    if (stored.failure === null) answerJson(response, { SecretBinary: Buffer.from(stored.text).toString('base64') });
    else answerJson(response, null, stored.failure);
  });
  const clock = createSetClock();
  const secrets = createSecretsManagerSecrets({ client: new SecretsManagerClient(client), prefix: 'reg/', clock, maxAgeMs: 60_000 });
  const read = async () => new TextDecoder().decode(await secrets.get('key'));
  return { read, secrets, clock, stored, requests };
};

test('a secret is asked for once in its time, also by several at once, and then again', async () => {
  const { read, clock, stored, requests } = await createWorld();
  expect(await Promise.all([read(), read(), read()])).toEqual(['first', 'first', 'first']);
  stored.text = 'second';
  clock.advance(59_999);
  expect(await read()).toBe('first');
  expect(requests).toHaveLength(1);
  clock.advance(1);
  expect(await read()).toBe('second');
  expect(requests).toHaveLength(2);
});

test('a secret that is known is used on where Secrets Manager fails', async () => {
  const { read, clock, stored, requests } = await createWorld();
  await read();
  stored.failure = 'ThrottlingException';
  clock.advance(60_000);
  expect(await read()).toBe('first');
  expect(requests).toHaveLength(2);
});

test('one that is not known is a failure that may pass, and says nothing of the call', async () => {
  const { read, stored } = await createWorld();
  stored.failure = 'AccessDeniedException';
  await expect(read()).rejects.toMatchObject({ code: 'STORAGE_FAILED', retryable: true, detail: { error: 'AccessDeniedException' } });
  stored.failure = null;
  expect(await read()).toBe('first');
});

test('one that was taken away is missing at the next look', async () => {
  const { read, clock, stored } = await createWorld();
  await read();
  stored.failure = 'ResourceNotFoundException';
  clock.advance(60_000);
  await expect(read()).rejects.toMatchObject({ code: 'SECRET_MISSING' });
});

test('one that was made elsewhere and cannot be read yet can be tried again', async () => {
  const answers = ['ResourceNotFoundException', 'ResourceExistsException', 'ResourceNotFoundException'];
  const { client } = await createLoopbackAws((_, response, count) => answerJson(response, null, answers[count - 1]));
  const secrets = createSecretsManagerSecrets({ client: new SecretsManagerClient(client), prefix: 'reg/', clock: createSetClock() });
  await expect(secrets.getOrCreate('key', () => new Uint8Array([1]))).rejects.toMatchObject({ code: 'CONFLICT', retryable: true });
});
