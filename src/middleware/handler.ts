import middy from '@middy/core';
import { context as traceContext } from '@opentelemetry/api';
import type { Context } from 'aws-lambda';
import { type MiddlewareName, type WorkerName, workers } from '../topology.ts';
import type { WorkerContext } from '../workers/worker.ts';
import { authentication } from './authentication.ts';
import { batchItemResultHandler } from './batch-item-result-handler.ts';
import { correlation } from './correlation.ts';
import type { Chain, Middleware } from './invocation.ts';
import type { Handler } from './lambda.ts';
import { resultHandler } from './result-handler.ts';
import { type ServedContext, services } from './services.ts';
import { tracing } from './tracing.ts';
import { transformAppSyncInput } from './transform-app-sync-input.ts';
import { transformDynamoDBKinesisRecords } from './transform-dynamodb-kinesis-records.ts';
import { transformSQSRecords } from './transform-sqs-records.ts';

const middlewares: Readonly<Record<MiddlewareName, (chain: Chain) => Middleware | null>> = {
  correlation,
  tracing,
  transformAppSyncInput,
  transformDynamoDBKinesisRecords,
  transformSQSRecords,
  services,
  authentication,
  resultHandler,
  batchItemResultHandler,
};

/** A worker of any row; its own type says which input and services it takes. */
export type AnyWorker = (input: never, context: WorkerContext<never>) => Promise<unknown>;

/** Puts a worker into the middleware chain of its row: what Lambda calls, and what the embedded runtime calls. */
export const createHandler = (worker: AnyWorker, chain: Chain): Handler => {
  const run = worker as (input: unknown, context: WorkerContext<WorkerName>) => Promise<unknown>;
  // Lambda ends an invocation at its timeout; middy's own early timer would cost one timer an invocation.
  const handler = middy<unknown, unknown, Error, Context>((event: unknown, context: Context) => runWithin(context as unknown as ServedContext, event, run), {
    timeoutEarlyInMillis: 0,
  });
  for (const name of workers[chain.worker].chain) {
    const middleware = middlewares[name](chain);
    if (middleware !== null) handler.use(middleware as never);
  }
  return (event, context) => Promise.resolve(handler(event, context as unknown as Context, undefined as never));
};

/** Within its trace, where it is recorded. */
const runWithin = ({ worker, active }: ServedContext, event: unknown, run: (input: unknown, context: WorkerContext<WorkerName>) => Promise<unknown>) =>
  active === undefined ? run(event, worker) : traceContext.with(active, run, undefined, event, worker);
