import { createSystemClock } from '../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../src/adapters/system/system-random.ts';
import { openAdapters } from '../src/runtime/embedded/adapters.ts';
import { RECEIVED_AT_A_TIME, RECEIVERS, reportHop } from './queue-messages.ts';

/** A round of the hop on the embedded queue: `<folder> <count>`. */
const [dataFolder = '', count] = process.argv.slice(2);
const QUEUE = 'dataQueue';
const clock = createSystemClock();
const { queueEngine, close } = openAdapters({ dataFolder, topicPrefix: 'bench', clock, random: createSystemRandom(clock) });

const receive = async (): Promise<number> => {
  let received = 0;
  for (let lease = await queueEngine.receive(QUEUE, RECEIVED_AT_A_TIME); lease !== null; lease = await queueEngine.receive(QUEUE, RECEIVED_AT_A_TIME)) {
    // As a worker does, and as both others do.
    for (const { body } of lease.messages) JSON.parse(body);
    if (!(await queueEngine.settle(QUEUE, lease.token, { failed: [] }))) throw new Error('a lease ran out');
    received += lease.messages.length;
  }
  return received;
};

await reportHop(Number(count), {
  send: async (messages) => {
    const { failed } = await queueEngine.send(
      QUEUE,
      messages.map((body) => ({ body, correlationId: `bench-${body.n}` })),
    );
    if (failed.length > 0) throw new Error(`${failed.length} messages were not sent`);
  },
  receiveAll: async (expected) => {
    const received = await Promise.all(Array.from({ length: RECEIVERS }, receive));
    const sum = received.reduce((total, some) => total + some, 0);
    if (sum !== expected) throw new Error(`${sum} of ${expected} messages were received`);
  },
  left: async () => {
    const { waiting, inFlight, delayed, deadLetters } = await queueEngine.depth(QUEUE);
    return waiting + inFlight + delayed + deadLetters;
  },
  close,
});
