import { describe, expect, test } from 'vitest';
import type { FileStore } from '../../src/ports/file-store.ts';

const KEY = 'draws/summer-tour/1/results.csv';

async function* breaking(before = 'half\n'): AsyncGenerator<string> {
  yield before;
  throw new Error('the source broke');
}

const textOf = async (store: FileStore, key: string): Promise<string> => {
  let text = '';
  for await (const chunk of store.read(key)) text += chunk;
  return text;
};

/** What every file store does, whatever it is built on; `create` gives an empty one. */
export const describeFileStoreContract = (adapter: string, create: () => Promise<FileStore>): void => {
  describe(`files: ${adapter}`, () => {
    test('what was written is read, chunk after chunk, in any script', async () => {
      const store = await create();
      const long = 'position,ref,verdict\n'.repeat(20_000);
      await store.write(KEY, ['Zürich 東京 🎟\n', '', long]);
      expect(await textOf(store, KEY)).toBe(`Zürich 東京 🎟\n${long}`);
      expect([await store.exists(KEY), await store.exists('draws/summer-tour/2/results.csv')]).toEqual([true, false]);
    });

    test('a later write replaces the whole file', async () => {
      const store = await create();
      await store.write(KEY, ['a long first version\n']);
      await store.write(KEY, ['short\n']);
      expect(await textOf(store, KEY)).toBe('short\n');
    });

    test('a write that breaks leaves what was there', async () => {
      const store = await create();
      await expect(store.write(KEY, breaking())).rejects.toThrow('the source broke');
      expect(await store.exists(KEY)).toBe(false);
      await store.write(KEY, ['whole\n']);
      await expect(store.write(KEY, breaking())).rejects.toThrow('the source broke');
      expect(await textOf(store, KEY)).toBe('whole\n');
    });

    test('a large file is read as it was written, no character cut in two, and one that breaks late leaves it', async () => {
      const store = await create();
      // Three bytes a character, which no power of two is a multiple of.
      const chunk = '東京'.repeat(100_000);
      const chunks = Array.from({ length: 32 }, (_, index) => `${index}\n${chunk}`);
      await store.write(KEY, chunks);
      await expect(store.write(KEY, breaking(chunks.join('')))).rejects.toThrow('the source broke');
      expect((await textOf(store, KEY)) === chunks.join('')).toBe(true);
    });

    test('an empty file is there, and has nothing in it', async () => {
      const store = await create();
      await store.write(KEY, []);
      expect([await textOf(store, KEY), await store.exists(KEY)]).toEqual(['', true]);
    });

    test('a file that is not there is said to be missing', async () => {
      await expect(textOf(await create(), KEY)).rejects.toMatchObject({ code: 'FILE_MISSING' });
    });

    test.each(['../secret', 'draws/../../secret', '/etc/passwd', 'draws//x', '', 'draws/.hidden'])('no key leads out of the store: %s', async (key) => {
      const store = await create();
      await expect(store.write(key, ['x'])).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      await expect(textOf(store, key)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    });
  });
};
