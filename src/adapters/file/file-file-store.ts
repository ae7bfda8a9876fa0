import { createReadStream } from 'node:fs';
import { access, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RegError } from '../../errors.ts';
import type { FileStore } from '../../ports/file-store.ts';
import { checkedFileKey } from './file-key.ts';
import { hasCode, syncFolder } from './lasting-names.ts';

export interface FileFileStoreOptions {
  /** Made where it is missing. */
  readonly folder: string;
}

/** A key is a path below the folder. `INPUT_INVALID` for one that could leave it. Text is UTF-8. */
export const createFileFileStore = ({ folder }: FileFileStoreOptions): FileStore => {
  // Tells two writers of one key apart; another process is kept out of the data folder.
  let writes = 0;

  const pathOf = (key: string): string => join(folder, checkedFileKey(key));

  return {
    write: async (key, chunks) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      writes += 1;
      const temporary = `${path}.${writes}.tmp`;
      try {
        const file = await open(temporary, 'w', 0o644);
        try {
          await writeChunks(file, chunks);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(temporary, path);
      } catch (error) {
        await rm(temporary, { force: true });
        throw hasCode(error, 'ENOSPC')
          ? new RegError('STORAGE_FULL', `The disk is full: ${key} was not written. Make room, and try again.`, { cause: error })
          : error;
      }
      await syncFolder(dirname(path));
    },
    read: async function* (key) {
      const path = pathOf(key);
      try {
        yield* createReadStream(path, { encoding: 'utf8', highWaterMark: CHUNK });
      } catch (error) {
        if (hasCode(error, 'ENOENT')) throw new RegError('FILE_MISSING', `There is no file ${key} in ${folder}.`, { detail: { key }, cause: error });
        throw error;
      }
    },
    exists: (key) =>
      access(pathOf(key)).then(
        () => true,
        (error: unknown) => {
          if (hasCode(error, 'ENOENT')) return false;
          throw error;
        },
      ),
  };
};

const CHUNK = 65_536;

/** The next chunk is made while the one before is written. */
const writeChunks = async (file: FileHandle, chunks: AsyncIterable<string> | Iterable<string>): Promise<void> => {
  let writing = Promise.resolve();
  try {
    for await (const chunk of chunks) {
      await writing;
      writing = file.appendFile(chunk, 'utf8');
      // It is awaited one chunk later; until then its failure has somebody who knows of it.
      writing.catch(() => undefined);
    }
  } finally {
    await writing;
  }
};
