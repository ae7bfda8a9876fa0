import { secondsOf } from './measure.ts';

/** What is sent in a round of the hop: JSON of 300 bytes. */
export interface HopMessage {
  readonly n: number;
  readonly text: string;
}

/** One queue, as a library wants it used. */
export interface Hop {
  /** Resolves once all of them are durable. */
  send(messages: readonly HopMessage[]): Promise<unknown>;
  /** Receives and acknowledges so many, which are all that there are. */
  receiveAll(count: number): Promise<void>;
  /** Messages that are still there, in whatever state. */
  left(): Promise<number>;
  close(): Promise<unknown>;
}

/** How much is received at a time, and by how many, where a library receives in batches. */
export const RECEIVED_AT_A_TIME = 1000;
export const RECEIVERS = 2;
/** Messages in one call of `send`, and calls in flight. */
const BATCH = 100;
const IN_FLIGHT = 10;
const BYTES = 300;

/** Runs half as many to warm up, then all of them, and prints the seconds that these took. */
export const reportHop = async (count: number, hop: Hop): Promise<void> => {
  await runHop(count / 2, hop);
  const seconds = await runHop(count, hop);
  await hop.close();
  process.stdout.write(JSON.stringify({ seconds }));
};

const runHop = async (count: number, hop: Hop): Promise<number> => {
  const messages = Array.from({ length: count }, (_, n) => messageOf(n));
  let next = 0;
  const sender = async (): Promise<void> => {
    for (let batch = messages.slice(next, next + BATCH); batch.length > 0; batch = messages.slice(next, next + BATCH)) {
      next += batch.length;
      await hop.send(batch);
    }
  };
  const seconds = await secondsOf(async () => {
    await Promise.all(Array.from({ length: IN_FLIGHT }, sender));
    await hop.receiveAll(count);
  });
  const left = await hop.left();
  if (left > 0) throw new Error(`${left} of ${count} messages were left`);
  return seconds;
};

const messageOf = (n: number): HopMessage => {
  const bare = JSON.stringify({ n, text: '' }).length;
  return { n, text: 'registration of a fan '.repeat(20).slice(0, BYTES - bare) };
};
