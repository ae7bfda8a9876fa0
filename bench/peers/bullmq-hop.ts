import { Queue, Worker } from 'bullmq';
import { type HopMessage, reportHop } from '../queue-messages.ts';

/** A round of the hop on BullMQ: `<redis url> <count>`. Bulk sending, one worker with many jobs in flight, done jobs removed. */
const [url = '', count] = process.argv.slice(2);
const CONCURRENCY = 200;
const { hostname, port, password } = new URL(url);
const connection = { host: hostname, port: Number(port), password, maxRetriesPerRequest: null };
const name = `hop-${process.pid}`;
const queue = new Queue<HopMessage>(name, { connection, defaultJobOptions: { removeOnComplete: true } });

await reportHop(Number(count), {
  send: (messages) => queue.addBulk(messages.map((data) => ({ name: 'message', data }))),
  receiveAll: async (expected) => {
    const worker = new Worker<HopMessage>(name, async () => undefined, { connection, concurrency: CONCURRENCY });
    await new Promise<void>((resolve, reject) => {
      let done = 0;
      worker.on('completed', () => {
        done += 1;
        if (done === expected) resolve();
      });
      worker.on('failed', (_, error) => reject(error));
      worker.on('error', reject);
    });
    await worker.close();
  },
  left: async () => Object.values(await queue.getJobCounts()).reduce((sum, some) => sum + some, 0),
  close: () => queue.close(),
});
process.exit(0);
