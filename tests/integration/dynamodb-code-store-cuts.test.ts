import { createDynamoDBCodeStore } from '../../src/adapters/aws/dynamodb-code-store.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { type CutSubject, describeCodeStoreCuts } from './code-store-cuts.ts';
import { createCutOffClient, createPausedClient, tableOf } from './cut-off-client.ts';
import { createDynamoDBSubject } from './dynamodb-subject.ts';

/** The servers are real, the process is what ends. */
const open = async (): Promise<CutSubject> => {
  const subject = await createDynamoDBSubject('codes');
  const { client, tableName } = subject;
  return {
    living: () => createDynamoDBCodeStore(tableOf(tableName, client)),
    ending: async (cut) => {
      const ending = createCutOffClient(cut);
      return { store: () => createDynamoDBCodeStore(tableOf(tableName, ending.client)), sent: ending.sent, close: async () => ending.client.destroy() };
    },
    standingStill: async () => {
      const { client: paused, standsStill, goOn } = createPausedClient();
      return { store: createDynamoDBCodeStore(tableOf(tableName, paused)), standsStill, goOn, close: async () => paused.destroy() };
    },
    patient: (count) => {
      const clock = createSystemClock();
      return Array.from({ length: count }, () => createDynamoDBCodeStore({ ...subject, clock, random: createSystemRandom(clock) }));
    },
  };
};

describeCodeStoreCuts('DynamoDB', open, { reservation: 30, givingBack: 20, add: 5, addOnce: 20 });
