import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBTable } from '../../src/adapters/aws/dynamodb-requests.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import type { DynamoDBSubject } from './dynamodb-subject.ts';
import { createLaterClock } from './later-clock.ts';
import { serverUrl } from './server-url.ts';

/** Where a process ends: before its request with this number (from 1) is sent, or once it had its effect but before its answer came. */
export interface CutOff {
  readonly at: number;
  readonly when: 'before' | 'after';
}

export interface CutOffClient {
  readonly client: DynamoDBClient;
  /** Requests that were to be sent until now. */
  sent(): number;
}

/** A client of a process that ends at one of its requests: from there on nothing is sent any more. */
export const createCutOffClient = ({ at, when }: CutOff): CutOffClient => {
  const client = new DynamoDBClient({
    endpoint: serverUrl('dynamodb'),
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  let sent = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      sent += 1;
      if (sent > at || (sent === at && when === 'before')) throw new Error('the process ended');
      const answer = await next(args);
      if (sent >= at) throw new Error('the process ended');
      return answer;
    },
    { step: 'finalizeRequest', name: 'cutOff', priority: 'low' },
  );
  return { client, sent: () => sent };
};

/** A client of a process that stands still before its first transaction until `goOn`; `standsStill` resolves when it does. */
export const createPausedClient = () => {
  const client = new DynamoDBClient({ endpoint: serverUrl('dynamodb'), region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'TransactWriteItemsCommand') {
        reached.resolve();
        await released.promise;
      }
      return next(args);
    },
    { step: 'initialize', name: 'pause' },
  );
  return { client, standsStill: reached.promise, goOn: released.resolve };
};

/** The table as a process with this client has it, which starts an hour after the one before: nobody waits for what that one held. */
export const tableOf = (tableName: string, client: DynamoDBClient): DynamoDBTable => {
  const clock = createLaterClock();
  return { client, tableName, clock, random: createSystemRandom(clock) };
};

/**
 * Has `work` done with processes that end at their first request, their second and so on, until one lives to the end.
 * `name` is another for each. Answers how many ended before.
 */
export const atEachCut = async ({ tableName }: DynamoDBSubject, work: (name: string, cutOff: () => DynamoDBTable) => Promise<void>): Promise<number> => {
  let cuts = 0;
  for (const when of ['before', 'after'] as const) {
    for (let at = 1; ; at += 1) {
      const { client, sent } = createCutOffClient({ at, when });
      await work(`${when}-${at}`, () => tableOf(tableName, client));
      client.destroy();
      if (sent() < at) break;
      cuts += 1;
    }
  }
  return cuts;
};
