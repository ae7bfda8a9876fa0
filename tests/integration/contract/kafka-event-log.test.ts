import { randomUUID } from 'node:crypto';
import { createKafkaEventLog } from '../../../src/adapters/kafka/kafka-event-log.ts';
import { createTopics } from '../../../src/adapters/kafka/kafka-topics.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import type { EventLog } from '../../../src/ports/event-log.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { describeEventLogContract, type EventLogSubject } from '../../contract/event-log.contract.ts';
import { plainClients } from '../kafka-subject.ts';

const TOPICS = ['markets', 'campaigns', 'registrations'];

const subjects: Pick<ServerRegistry<'event-log', () => Promise<EventLogSubject>>, 'kafka'> = {
  kafka: async () => {
    const prefix = `test-${randomUUID()}.`;
    await createTopics(
      plainClients(),
      createSystemClock(),
      TOPICS.map((topic) => `${prefix}${topic}`),
      { partitions: 3, replicas: null },
    );
    const open = async (): Promise<EventLogSubject> => {
      const log = createKafkaEventLog({ clients: plainClients(), schemas: null, clock: createSystemClock() });
      const short: EventLog = {
        append: (topic, records) => log.append(prefix + topic, records),
        read: (topic, after, max) => log.read(prefix + topic, after, max),
        erase: (topic, keys, blank) => log.erase(prefix + topic, keys, blank),
        count: (topic, keyPrefix) => log.count(prefix + topic, keyPrefix),
      };
      return { log: short, restart: open };
    };
    return open();
  },
};

for (const [name, create] of Object.entries(subjects)) describeEventLogContract(name, create);
