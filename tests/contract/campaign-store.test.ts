import { createSqliteCampaignStore } from '../../src/adapters/sqlite/sqlite-campaign-store.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import type { Registry } from './adapters.ts';
import { type CampaignStoreSubject, describeCampaignStoreContract } from './campaign-store.contract.ts';

const subjects: Registry<'campaign-store', () => Promise<CampaignStoreSubject>> = {
  sqlite: async () => {
    const folder = createSqliteFolder();
    const open = async () => createSqliteCampaignStore({ engine: await folder.open() });
    return { store: await open(), restart: open };
  },
};

for (const [name, create] of Object.entries(subjects)) describeCampaignStoreContract(name, create);
