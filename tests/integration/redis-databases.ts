import { createClient } from '@redis/client';
import { onTestFinished } from 'vitest';
import { serverUrl } from './server-url.ts';

/** A client of a test's own, to look into Redis and to change it by hand. */
export const openRedis = async (url: string) => {
  const client = createClient({ url });
  await client.connect();
  onTestFinished(() => client.close());
  return client;
};

/** The URL of the Redis of the suites with a database for this worker alone, emptied. Redis has 16. */
export const emptyRedis = async (): Promise<string> => {
  const url = `${serverUrl('redis')}/${Number(process.env.VITEST_POOL_ID ?? 1) % 16}`;
  const client = await openRedis(url);
  await client.flushDb();
  return url;
};
