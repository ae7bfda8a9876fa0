import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { createJoseTokens } from '../adapters/jose/jose-tokens.ts';
import { SIGNING_KEY } from '../adapters/jose/key-ring.ts';
import { RegError } from '../errors.ts';
import type { Secrets } from '../ports/secrets.ts';
import { LOCAL_ISSUER, type TokenSigner } from '../ports/tokens.ts';
import { openSecrets, type SecretsPlace } from './secrets.ts';

/** Signs with the key of a data folder, or of a deployment that the caller's AWS credentials open. */
export const openSigner = (options: SecretsPlace): Promise<TokenSigner> =>
  withKeys(options, (secrets) => createJoseTokens({ secrets, clock: options.clock, random: options.random, issuer: LOCAL_ISSUER, fanIssuer: null }));

/** Does something with the secrets of a data folder or of a deployment, and says what is missing where they cannot be opened. */
export const withKeys = async <T>(options: SecretsPlace, use: (secrets: Secrets) => Promise<T>): Promise<T> => {
  const { deployment } = options;
  if (deployment === null) await checkLocalKey(options);
  // The first token of a deployment makes its key.
  return use(await openSecrets(options)).catch((cause: unknown) => {
    if (deployment === null || !(cause instanceof RegError) || cause.code !== 'STORAGE_FAILED') throw cause;
    throw new RegError(
      'SECRET_MISSING',
      `The signing key of the deployment ${deployment} could not be opened. Set AWS credentials and region (AWS_REGION) that may read, create and replace the secret ${deployment}/${SIGNING_KEY}.`,
      { cause },
    );
  });
};

/** Throws `SECRET_MISSING` where no system has made a key: one made here would open nothing. */
const checkLocalKey = async ({ dataFolder }: SecretsPlace): Promise<void> => {
  const folder = join(dataFolder, 'secrets');
  try {
    await access(join(folder, SIGNING_KEY), constants.R_OK);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EACCES')
      throw new RegError(
        'SECRET_MISSING',
        `The signing key in ${folder} may not be read by this user: call as the system's own, or give a token by --token or REG_TOKEN.`,
        {
          cause,
        },
      );
    throw new RegError(
      'SECRET_MISSING',
      `There is no signing key in ${folder}. Name the system's data folder by --data or REG_DATA, a deployment by --deployment, or give a token by --token or REG_TOKEN.`,
      { cause },
    );
  }
};
