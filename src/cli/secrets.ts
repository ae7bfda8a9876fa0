import { join } from 'node:path';
import { createFileSecrets } from '../adapters/file/file-secrets.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import type { Secrets } from '../ports/secrets.ts';

export interface SecretsPlace {
  /** Where they are, unless a deployment is named. */
  readonly dataFolder: string;
  /** The prefix of a deployment on AWS, whose secrets are in Secrets Manager; null: the data folder's. */
  readonly deployment: string | null;
  readonly clock: Clock;
  readonly random: Random;
}

/** The secrets of a data folder, or of a deployment that the caller's AWS credentials open. Nothing is looked at yet. */
export const openSecrets = async ({ dataFolder, deployment, clock, random }: SecretsPlace): Promise<Secrets> => {
  if (deployment === null) return createFileSecrets({ folder: join(dataFolder, 'secrets'), random });
  const [{ SecretsManagerClient }, { createSecretsManagerSecrets }] = await Promise.all([
    import('@aws-sdk/client-secrets-manager'),
    import('../adapters/aws/secretsmanager-secrets.ts'),
  ]);
  return createSecretsManagerSecrets({ client: new SecretsManagerClient({}), prefix: `${deployment}/`, clock });
};
