import { PgBoss } from 'pg-boss';
import { RECEIVED_AT_A_TIME, RECEIVERS, reportHop } from '../queue-messages.ts';

/** A round of the hop on pg-boss: `<postgresql url> <count>`. Bulk inserts, batches fetched and completed by several at a time. */
const [connectionString = '', count] = process.argv.slice(2);
// A schema of its own: what earlier rounds left behind costs this one nothing.
const boss = new PgBoss({ connectionString, schema: `hop_${process.pid}`, max: 10, supervise: false, schedule: false });
boss.on('error', (error) => {
  throw error;
});
const QUEUE = 'hop';
await boss.start();
await boss.createQueue(QUEUE, { partition: true });

const receive = async (): Promise<number> => {
  let received = 0;
  for (
    let jobs = await boss.fetch(QUEUE, { batchSize: RECEIVED_AT_A_TIME });
    jobs.length > 0;
    jobs = await boss.fetch(QUEUE, { batchSize: RECEIVED_AT_A_TIME })
  ) {
    await boss.complete(
      QUEUE,
      jobs.map(({ id }) => id),
    );
    received += jobs.length;
  }
  return received;
};

await reportHop(Number(count), {
  send: (messages) =>
    boss.insert(
      QUEUE,
      messages.map((data) => ({ data })),
    ),
  receiveAll: async (expected) => {
    const received = await Promise.all(Array.from({ length: RECEIVERS }, receive));
    const sum = received.reduce((total, some) => total + some, 0);
    if (sum !== expected) throw new Error(`${sum} of ${expected} messages were received`);
  },
  left: async () => (await boss.fetch(QUEUE, { batchSize: 1 })).length,
  close: () => boss.stop({ graceful: false }),
});
process.exit(0);
