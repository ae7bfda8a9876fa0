import { LambdaClient } from '@aws-sdk/client-lambda';
import { clientOptions } from './client-options.ts';

/** A worker that is waited for may take its whole timeout. */
const LONGEST_INVOCATION_MS = 900_000;

let made: LambdaClient | undefined;

/** The container's one client of Lambda. */
export const lambdaClient = (): LambdaClient => {
  made ??= new LambdaClient({ ...clientOptions, requestHandler: { ...clientOptions.requestHandler, requestTimeout: LONGEST_INVOCATION_MS } });
  return made;
};
