import { createDynamoDBEventLog } from '../../../src/adapters/aws/dynamodb-event-log.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../../src/adapters/system/system-random.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { describeEventLogContract, type EventLogSubject } from '../../contract/event-log.contract.ts';
import { createDynamoDBSubject } from '../dynamodb-subject.ts';

const subjects: Pick<ServerRegistry<'event-log', () => Promise<EventLogSubject>>, 'dynamodb'> = {
  dynamodb: async () => {
    const table = await createDynamoDBSubject('events');
    const clock = createSystemClock();
    const open = async (): Promise<EventLogSubject> => ({ log: createDynamoDBEventLog({ ...table, clock, random: createSystemRandom(clock) }), restart: open });
    return open();
  },
};

for (const [name, create] of Object.entries(subjects)) describeEventLogContract(name, create);
