import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { isSecretName } from '../../domain/secret-name.ts';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { storageFailure } from './storage-failure.ts';

export interface SecretsManagerSecretsOptions {
  readonly client: SecretsManagerClient;
  /** What all names begin with, such as `reg-workers/`. */
  readonly prefix: string;
  readonly clock: Clock;
  /** How long a secret is known without being asked for again. Default 5 minutes. */
  readonly maxAgeMs?: number;
  /** The key that new secrets are encrypted with. Default: the account's own for Secrets Manager. */
  readonly kmsKeyId?: string;
}

interface Known {
  readonly secret: Uint8Array;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** A secret as it is there now. */
interface StoredSecret {
  readonly secret: Uint8Array;
  readonly version: string | undefined;
}

/** The label of a version that is to be the current one. */
const NEXT = 'REG_NEXT';
const MAX_AGE_MS = 300_000;

/**
 * Secrets of AWS Secrets Manager, binary; one that people put there as text is its UTF-8. What was found is kept in
 * memory for a while, so that an invocation costs no call, and is used on where Secrets Manager fails. `INPUT_INVALID`
 * for a name that not every store takes.
 */
export const createSecretsManagerSecrets = ({ client, prefix, clock, maxAgeMs = MAX_AGE_MS, kmsKeyId }: SecretsManagerSecretsOptions): Secrets => {
  const known = new Map<string, Known>();
  const looking = new Map<string, Promise<Uint8Array | null>>();

  /** Null where there is none. */
  const stored = async (name: string): Promise<StoredSecret | null> => {
    try {
      const { SecretBinary, SecretString, VersionId } = await client.send(new GetSecretValueCommand({ SecretId: `${prefix}${name}` }));
      return { secret: SecretBinary ?? Buffer.from(SecretString ?? '', 'utf8'), version: VersionId };
    } catch (error) {
      if (isNamed(error, 'ResourceNotFoundException')) return null;
      throw storageFailure(`Reading the secret ${name}`, error);
    }
  };

  const fetch = async (name: string): Promise<Uint8Array | null> => {
    try {
      return (await stored(name))?.secret ?? null;
    } catch (error) {
      const old = known.get(name);
      if (old !== undefined) return old.secret;
      throw error;
    }
  };

  const latest = async (name: string): Promise<StoredSecret> => {
    checkName(name);
    const found = await stored(name);
    if (found === null) throw missing(name, prefix);
    keep(name, found.secret);
    return found;
  };

  /** The label of the current version moves only away from the version that was read, so one writer of two is refused. */
  const replace = async (name: string, { version }: StoredSecret, secret: Uint8Array): Promise<void> => {
    const SecretId = `${prefix}${name}`;
    try {
      const { VersionId } = await client.send(new PutSecretValueCommand({ SecretId, SecretBinary: secret, VersionStages: [NEXT] }));
      await client.send(
        new UpdateSecretVersionStageCommand({ SecretId, VersionStage: 'AWSCURRENT', RemoveFromVersionId: version, MoveToVersionId: VersionId }),
      );
    } catch (error) {
      if (isNamed(error, 'InvalidParameterException'))
        throw new RegError('CONFLICT', `The secret ${name} was replaced elsewhere just now. Look at it, and try again.`, { detail: { name }, cause: error });
      throw storageFailure(`Replacing the secret ${name}`, error);
    }
    keep(name, secret);
  };

  /** Null where there is none; that is asked for again each time. */
  const look = (name: string): Promise<Uint8Array | null> => {
    const before = known.get(name);
    if (before !== undefined && clock.now() < before.until) return Promise.resolve(before.secret);
    const underWay = looking.get(name);
    if (underWay !== undefined) return underWay;
    const found = fetch(name)
      .then((secret) => {
        if (secret === null) known.delete(name);
        else keep(name, secret);
        return secret;
      })
      .finally(() => looking.delete(name));
    looking.set(name, found);
    return found;
  };

  const keep = (name: string, secret: Uint8Array): void => {
    known.set(name, { secret, until: clock.now() + maxAgeMs });
  };

  /** False where the name is taken: the first writer wins. */
  const store = async (name: string, secret: Uint8Array): Promise<boolean> => {
    try {
      await client.send(new CreateSecretCommand({ Name: `${prefix}${name}`, SecretBinary: secret, ...(kmsKeyId === undefined ? {} : { KmsKeyId: kmsKeyId }) }));
      return true;
    } catch (error) {
      if (isNamed(error, 'ResourceExistsException')) return false;
      throw storageFailure(`Storing the secret ${name}`, error);
    }
  };

  return {
    get: async (name) => {
      checkName(name);
      const secret = await look(name);
      if (secret === null) throw missing(name, prefix);
      return secret;
    },
    getOrCreate: async (name, make) => {
      checkName(name);
      const found = await look(name);
      if (found !== null) return found;
      const made = await make();
      if (await store(name, made)) {
        keep(name, made);
        return made;
      }
      const first = await look(name);
      if (first === null)
        throw new RegError('CONFLICT', `The secret ${name} was made elsewhere just now and cannot be read yet. Try again.`, { detail: { name } });
      return first;
    },
    latest: async (name) => (await latest(name)).secret,
    replace: async (name, change) => {
      const found = await latest(name);
      const changed = await change(found.secret);
      await replace(name, found, changed);
      return changed;
    },
  };
};

const missing = (name: string, prefix: string): RegError =>
  new RegError('SECRET_MISSING', `There is no secret called ${name} under ${prefix} in Secrets Manager. Put it back, or look whether the prefix is right.`, {
    detail: { name },
  });

const checkName = (name: string): void => {
  if (!isSecretName(name)) throw new RegError('INPUT_INVALID', 'The name of a secret may hold letters, digits, `.`, `_`, `-`, and `/` between them.');
};

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;
