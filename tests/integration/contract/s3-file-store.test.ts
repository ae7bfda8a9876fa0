import { createS3FileStore } from '../../../src/adapters/aws/s3-file-store.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../../src/adapters/system/system-random.ts';
import type { FileStore } from '../../../src/ports/file-store.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { describeFileStoreContract } from '../../contract/file-store.contract.ts';
import { createS3Subject } from '../s3-subject.ts';

const subjects: ServerRegistry<'file-store', () => Promise<FileStore>> = {
  s3: async () => {
    const clock = createSystemClock();
    return createS3FileStore({ ...(await createS3Subject()), clock, random: createSystemRandom(clock) });
  },
};

for (const [name, create] of Object.entries(subjects)) describeFileStoreContract(name, create);
