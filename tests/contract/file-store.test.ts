import { createFileFileStore } from '../../src/adapters/file/file-file-store.ts';
import type { FileStore } from '../../src/ports/file-store.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import type { Registry } from './adapters.ts';
import { describeFileStoreContract } from './file-store.contract.ts';

const subjects: Registry<'file-store', () => Promise<FileStore>> = {
  file: async () => createFileFileStore({ folder: createTemporaryFolder() }),
};

for (const [name, create] of Object.entries(subjects)) describeFileStoreContract(name, create);
