import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileSecrets } from '../adapters/file/file-secrets.ts';
import { createJoseTokens } from '../adapters/jose/jose-tokens.ts';
import { SIGNING_KEY } from '../adapters/jose/key-ring.ts';
import { RegError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';
import type { Secrets } from '../ports/secrets.ts';
import { LOCAL_ISSUER, type TokenSigner } from '../ports/tokens.ts';

export interface SignerOptions {
  /** Where the key is, unless a deployment is named. */
  readonly dataFolder: string;
  /** The prefix of a deployment on AWS, whose key is in Secrets Manager; null: the data folder's. */
  readonly deployment: string | null;
  readonly clock: Clock;
  readonly random: Random;
}

/** Signs with the key of a data folder, or of a deployment that the caller's AWS credentials open. */
export const openSigner = (options: SignerOptions): Promise<TokenSigner> =>
  withKeys(options, (secrets) => createJoseTokens({ secrets, clock: options.clock, random: options.random, issuer: LOCAL_ISSUER, fanIssuer: null }));

/** Does something with the secrets of a data folder or of a deployment, and says what is missing where they cannot be opened. */
export const withKeys = async <T>(options: SignerOptions, use: (secrets: Secrets) => Promise<T>): Promise<T> => {
  const { clock, deployment } = options;
  if (deployment === null) return use(await localSecrets(options));
  return use(await deploymentSecrets(deployment, clock)).catch((cause: unknown) => {
    if (!(cause instanceof RegError) || cause.code !== 'STORAGE_FAILED') throw cause;
    throw new RegError(
      'SECRET_MISSING',
      `The signing key of the deployment ${deployment} could not be opened. Set AWS credentials and region (AWS_REGION) that may read, create and replace the secret ${deployment}/${SIGNING_KEY}.`,
      { cause },
    );
  });
};

/** Throws `SECRET_MISSING` where no system has made a key: one made here would open nothing. */
const localSecrets = async ({ dataFolder, random }: SignerOptions): Promise<Secrets> => {
  const folder = join(dataFolder, 'secrets');
  try {
    await access(join(folder, SIGNING_KEY));
  } catch (cause) {
    throw new RegError(
      'SECRET_MISSING',
      `There is no signing key in ${folder}. Name the system's data folder by --data or REG_DATA, a deployment by --deployment, or give a token by --token or REG_TOKEN.`,
      { cause },
    );
  }
  return createFileSecrets({ folder, random });
};

/** The first token of a deployment makes its key. */
const deploymentSecrets = async (deployment: string, clock: Clock): Promise<Secrets> => {
  const [{ SecretsManagerClient }, { createSecretsManagerSecrets }] = await Promise.all([
    import('@aws-sdk/client-secrets-manager'),
    import('../adapters/aws/secretsmanager-secrets.ts'),
  ]);
  return createSecretsManagerSecrets({ client: new SecretsManagerClient({}), prefix: `${deployment}/`, clock });
};
