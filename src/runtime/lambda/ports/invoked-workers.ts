import { InvokeCommand } from '@aws-sdk/client-lambda';
import { type ErrorCode, errorCodes, RegError } from '../../../errors.ts';
import type { WorkerName } from '../../../topology.ts';
import { lambdaClient } from '../clients/lambda.ts';
import type { Make } from '../cloud.ts';
import type { InvokeWorker } from '../given-ports.ts';

/** Calls other workers and waits for their answers. What they throw is thrown here, by its code. */
export const invokedWorkers: Make<InvokeWorker> =
  ({ config }) =>
  async (worker, input) => {
    const answer = await lambdaClient().send(
      new InvokeCommand({ FunctionName: config.resources.workerFunction(worker), Payload: new TextEncoder().encode(JSON.stringify(input ?? null)) }),
    );
    const text = new TextDecoder().decode(answer.Payload);
    const payload: unknown = text === '' ? null : JSON.parse(text);
    if (answer.FunctionError === undefined) return payload;
    throw errorOf(worker, payload);
  };

/** A function's failure (AWS Lambda developer guide, "Lambda function invocation errors"). One that is none of ours may be gone the next time. */
const errorOf = (worker: WorkerName, payload: unknown): RegError => {
  const { errorType, errorMessage } = (typeof payload === 'object' && payload !== null ? payload : {}) as Readonly<Record<string, unknown>>;
  const code: ErrorCode = errorCodes.find((known) => known === errorType) ?? 'SERVICE_UNAVAILABLE';
  const isOurs = code === errorType && typeof errorMessage === 'string';
  return new RegError(code, isOurs ? errorMessage : `The worker ${worker} failed.`, { detail: { worker } });
};
