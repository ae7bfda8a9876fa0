import { RegError } from '../../src/errors.ts';
import type { Secrets } from '../../src/ports/secrets.ts';

/** Secrets that live as long as the test. */
export const createMemorySecrets = (): Secrets => {
  const stored = new Map<string, Uint8Array>();
  const get = async (name: string): Promise<Uint8Array> => {
    const secret = stored.get(name);
    if (secret === undefined) throw new RegError('SECRET_MISSING', `There is no secret ${name}.`);
    return secret;
  };
  return {
    get,
    getOrCreate: async (name, make) => {
      if (!stored.has(name)) {
        const made = await make();
        if (!stored.has(name)) stored.set(name, made);
      }
      return get(name);
    },
    latest: get,
    replace: async (name, change) => {
      const changed = await change(await get(name));
      stored.set(name, changed);
      return changed;
    },
  };
};
