import { RegError } from '../../src/errors.ts';
import type { FileStore } from '../../src/ports/file-store.ts';

/** Files that outlive a crash, without the file system, whose threads answer in no fixed order. */
export const createLastingFiles = (): FileStore & { readonly texts: ReadonlyMap<string, string> } => {
  const texts = new Map<string, string>();
  return {
    texts,
    write: async (key, chunks) => {
      let text = '';
      for await (const chunk of chunks) text += chunk;
      texts.set(key, text);
    },
    read: async function* (key) {
      const text = texts.get(key);
      if (text === undefined) throw new RegError('FILE_MISSING', `There is no file ${key}.`);
      yield text;
    },
    exists: async (key) => texts.has(key),
  };
};
