import { createDynamoDBCampaignStore } from '../../../src/adapters/aws/dynamodb-campaign-store.ts';
import { createMongoCampaignStore } from '../../../src/adapters/mongo/mongo-campaign-store.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../../src/adapters/system/system-random.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { type CampaignStoreSubject, describeCampaignStoreContract } from '../../contract/campaign-store.contract.ts';
import { createDynamoDBSubject } from '../dynamodb-subject.ts';
import { createMongoSubject } from '../mongo-subject.ts';

const subjects: ServerRegistry<'campaign-store', () => Promise<CampaignStoreSubject>> = {
  dynamodb: async () => {
    const table = await createDynamoDBSubject('campaigns');
    const clock = createSystemClock();
    const open = async () => createDynamoDBCampaignStore({ ...table, clock, random: createSystemRandom(clock) });
    return { store: await open(), restart: open };
  },
  mongo: async () => {
    const { connect } = await createMongoSubject();
    const clock = createSystemClock();
    const open = async () => createMongoCampaignStore({ mongo: connect(), clock, random: createSystemRandom(clock) });
    return { store: await open(), restart: open };
  },
};

for (const [name, create] of Object.entries(subjects)) describeCampaignStoreContract(name, create);
