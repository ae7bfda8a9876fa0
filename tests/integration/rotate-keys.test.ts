import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { createSecretsManagerSecrets } from '../../src/adapters/aws/secretsmanager-secrets.ts';
import { createJoseTokens } from '../../src/adapters/jose/jose-tokens.ts';
import { LOCAL_ISSUER } from '../../src/ports/tokens.ts';
import { runCommand } from '../support/run-command.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { freshName, ministack } from './ministack.ts';

const MINUTE = 60_000;

test("a deployment's keys are rotated in Secrets Manager: functions that run notice, and each token holds in all of them", async () => {
  const deployment = freshName('reg');
  const { endpoint, region, credentials } = ministack();
  const clock = createSetClock(Date.now());
  /** A function's container, with its own memory of the secret. */
  const container = () => {
    const secrets = createSecretsManagerSecrets({ client: new SecretsManagerClient(ministack()), prefix: `${deployment}/`, clock });
    return createJoseTokens({ secrets, clock, random: createSeededRandom(1), issuer: LOCAL_ISSUER, fanIssuer: null });
  };
  const [worker, service] = [await container(), await container()];
  const signed = () => worker.sign({ kind: 'app', name: 'saveEntries', scopes: ['entry:write'], audience: 'service:entry', ttlSeconds: 300 });
  const env = {
    AWS_ENDPOINT_URL: String(endpoint),
    AWS_REGION: String(region),
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  const { stdout, stderr } = await runCommand(['keys', 'rotate', '--deployment', deployment, '--json'], env);
  const { keys } = JSON.parse(stdout) as { readonly keys: readonly { readonly kid: string; readonly state: string }[] };
  expect(
    keys.map(({ state }) => state),
    stderr,
  ).toEqual(['signs', 'next']);

  const used: (string | undefined)[] = [];
  for (let minute = 0; minute <= 40; minute += 4) {
    const token = await signed();
    used.push(decodeProtectedHeader(token).kid);
    expect(await service.verify(token, 'service:entry')).toMatchObject({ name: 'saveEntries' });
    clock.advance(4 * MINUTE);
  }
  expect([...new Set(used)]).toEqual(keys.map(({ kid }) => kid));
  expect((await service.jwks()).keys.map(({ kid }) => kid)).toEqual(keys.map(({ kid }) => kid));
});
