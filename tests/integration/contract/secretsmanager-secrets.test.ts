import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, test } from 'vitest';
import { createSecretsManagerSecrets } from '../../../src/adapters/aws/secretsmanager-secrets.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { describeSecretsContract, type SecretsSubject } from '../../contract/secrets.contract.ts';
import { freshName, ministack } from '../ministack.ts';

const subjects: ServerRegistry<'secrets', () => Promise<SecretsSubject>> = {
  secretsmanager: async () => {
    const prefix = `${freshName('reg-workers')}/`;
    const open = async () => createSecretsManagerSecrets({ client: new SecretsManagerClient(ministack()), prefix, clock: createSystemClock() });
    return { secrets: await open(), restart: open };
  },
};

for (const [name, create] of Object.entries(subjects)) describeSecretsContract(name, create);

test('a secret that people put there as text is its bytes', async () => {
  const client = new SecretsManagerClient(ministack());
  const prefix = `${freshName('reg-workers')}/`;
  await client.send(new CreateSecretCommand({ Name: `${prefix}certificate`, SecretString: 'Zoë' }));
  const secrets = createSecretsManagerSecrets({ client, prefix, clock: createSystemClock() });
  expect(new TextDecoder().decode(await secrets.get('certificate'))).toBe('Zoë');
});
