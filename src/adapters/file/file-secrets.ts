import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSecretName } from '../../domain/secret-name.ts';
import { RegError } from '../../errors.ts';
import type { Random } from '../../ports/random.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { hasCode, syncFolder } from './lasting-names.ts';

export interface FileSecretsOptions {
  /** Made with mode 0700 where it is missing. */
  readonly folder: string;
  /** Names the temporary files. */
  readonly random: Random;
}

/**
 * One file a secret, mode 0600, in folders of mode 0700. `get` reads each once. Names may hold `/`; `INPUT_INVALID` for
 * one that could leave the folder.
 */
export const createFileSecrets = ({ folder, random }: FileSecretsOptions): Secrets => {
  const known = new Map<string, Promise<Uint8Array>>();

  const remember = (name: string, find: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const finding = find();
    known.set(name, finding);
    finding.catch(() => known.delete(name));
    return finding;
  };

  /** What `get` answers from now on. */
  const renew = async (name: string, finding: Promise<Uint8Array>): Promise<Uint8Array> => {
    const secret = await finding;
    known.set(name, finding);
    return secret;
  };

  const pathOf = (name: string): string => {
    if (!isSecretName(name)) throw new RegError('INPUT_INVALID', 'The name of a secret may hold letters, digits, `.`, `_`, `-`, and `/` between them.');
    return join(folder, name);
  };

  /** The name of a temporary file that holds it and is on the disk. */
  const write = async (path: string, secret: Uint8Array): Promise<string> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const temporary = `${path}.${random.id()}.tmp`;
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(secret);
      await file.sync();
    } finally {
      await file.close();
    }
    return temporary;
  };

  /** Linking fails where the name is taken, also by another process: the first writer wins. */
  const store = async (path: string, secret: Uint8Array): Promise<boolean> => {
    const temporary = await write(path, secret);
    try {
      await link(temporary, path);
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false;
      throw error;
    } finally {
      await unlink(temporary);
    }
    await syncFolder(dirname(path));
    return true;
  };

  const find = async (name: string): Promise<Uint8Array> => {
    const secret = await readIfThere(pathOf(name));
    if (secret === null)
      throw new RegError('SECRET_MISSING', `There is no secret called ${name} in ${folder}. Put it back from a backup, or look whether the folder is right.`, {
        detail: { name },
      });
    return secret;
  };

  /** Reads and changes alone among all processes, and leaves the old file or the new one. */
  const replace = async (name: string, change: (current: Uint8Array) => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array> => {
    const path = pathOf(name);
    // No secret's name has this sign.
    const lock = `${path}~lock`;
    await find(name);
    try {
      await (await open(lock, 'wx', 0o600)).close();
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      throw new RegError('CONFLICT', `The secret ${name} is being replaced elsewhere. Try again; if nobody is at it, delete ${lock}.`, { detail: { name } });
    }
    try {
      const changed = await change(await find(name));
      await rename(await write(path, changed), path);
      await syncFolder(dirname(path));
      return changed;
    } finally {
      await unlink(lock);
    }
  };

  const findOrMake = async (name: string, make: () => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array> => {
    const path = pathOf(name);
    const stored = await readIfThere(path);
    if (stored !== null) return stored;
    const made = await make();
    return (await store(path, made)) ? made : readFile(path);
  };

  return {
    get: (name) => remember(name, () => find(name)),
    getOrCreate: async (name, make) => {
      // A reader that found nothing must not make this fail too.
      await known.get(name)?.catch(() => undefined);
      return remember(name, () => findOrMake(name, make));
    },
    latest: (name) => renew(name, find(name)),
    replace: (name, change) => renew(name, replace(name, change)),
  };
};

const readIfThere = async (path: string): Promise<Uint8Array | null> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
};
