import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateStateMachineCommand, GetExecutionHistoryCommand, ListMapRunsCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSfnStateMachines } from '../../src/adapters/aws/sfn-state-machines.ts';
import { stateMachineDefinition } from '../../src/runtime/lambda/state-machine-definition.ts';
import { stateMachines, type WorkerName } from '../../src/topology.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { zipOf } from '../support/zip.ts';
import { freshName, ministack } from './ministack.ts';

const MACHINE = 'selectionStateMachine';
const MARKETS = ['london-1', 'paris-1', 'berlin-1'];

/** Stands for each worker: tells what it was given, and fails where the input says so, always or until a file is there. */
const FUNCTION = `
import { existsSync, writeFileSync } from 'node:fs';
export const handler = async (event) => {
  const call = [process.env.WORKER, event.marketId].filter(Boolean).join(' ');
  console.log(call);
  if (event.failing?.includes(call)) throw new Error('down');
  const once = event.failingOnce?.[call];
  if (once !== undefined && !existsSync(once)) {
    writeFileSync(once, '');
    throw new Error('down once');
  }
  if (process.env.WORKER === 'revealDraw') return { drawId: 'summer-tour/1', markets: ${JSON.stringify(MARKETS)}.map((marketId) => ({ marketId, selectionCount: 10 })) };
  return { call, given: event };
};`;

let functions: ReadonlyMap<string, string>;
let client: SFNClient;

beforeAll(async () => {
  client = new SFNClient(ministack());
  const lambda = new LambdaClient(ministack());
  const made = new Map<string, string>();
  for (const { worker } of stateMachines[MACHINE].states) {
    const { FunctionArn = '' } = await lambda.send(
      new CreateFunctionCommand({
        FunctionName: freshName(worker),
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Role: 'arn:aws:iam::000000000000:role/worker',
        Timeout: 30,
        Environment: { Variables: { WORKER: worker } },
        Code: { ZipFile: zipOf('index.mjs', FUNCTION) },
      }),
    );
    made.set(worker, FunctionArn);
  }
  functions = made;
  await configure({ 'stepfunctions._SFN_WAIT_SCALE': 0 });
});

/** The emulator's own settings: no waiting before a retry, and tasks that fail under a chosen name. */
const configure = async (settings: unknown): Promise<void> => {
  const answer = await fetch(`${ministack().endpoint}/_ministack/config`, { method: 'POST', body: JSON.stringify(settings) });
  expect(answer.status).toBe(200);
};

const createMachine = async () => {
  const name = freshName('selection');
  const definition = JSON.stringify(stateMachineDefinition(MACHINE, (worker: WorkerName) => functions.get(worker) ?? worker));
  const { stateMachineArn = '' } = await client.send(new CreateStateMachineCommand({ name, definition, roleArn: 'arn:aws:iam::000000000000:role/selection' }));
  const machines = createSfnStateMachines<typeof MACHINE>({ client, arnOf: () => stateMachineArn });
  const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:one`;
  const ended = async () => {
    await expect.poll(async () => (await machines.describe(MACHINE, 'one'))?.status, { timeout: 30_000 }).not.toBe('RUNNING');
    return machines.describe(MACHINE, 'one');
  };
  return {
    name,
    stateMachineArn,
    machines,
    ended,
    run: async (input: unknown) => {
      await machines.start(MACHINE, 'one', input);
      return ended();
    },
    failedTasks: async () => {
      const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
      return events.filter(({ type }) => type === 'TaskFailed').length;
    },
    mapRuns: async () => (await client.send(new ListMapRunsCommand({ executionArn }))).mapRuns?.length,
  };
};

type Data = Readonly<Record<string, unknown>>;
const resultsOf = (output: unknown) =>
  (output as { readonly selections: readonly { readonly ok: boolean; readonly value?: { readonly call: string; readonly given: Data } }[] }).selections;
const givenTo = (output: unknown, key: 'frozen' | 'books') => (output as Readonly<Record<string, { readonly given: Data }>>)[key]?.given;

describe('the selection on Step Functions', () => {
  test('runs its states in order, each market for itself, and gives each the results before it', async () => {
    const { run, mapRuns } = await createMachine();
    const execution = await run({ campaignId: 'summer-tour', marketId: 'not a market' });
    expect(execution).toMatchObject({ status: 'SUCCEEDED', error: null });
    const output = execution?.output;
    const correlationId = givenTo(output, 'frozen')?.correlationId;
    expect(correlationId).toMatch(/^[A-Za-z0-9-]{8,64}$/);
    expect(resultsOf(output).map(({ ok, value }) => [ok, value?.call])).toEqual(MARKETS.map((market) => [true, `enqueueMarketSelections ${market}`]));
    expect(resultsOf(output)[1]?.value?.given).toMatchObject({ campaignId: 'summer-tour', marketId: 'paris-1', selectionCount: 10, correlationId });
    expect(givenTo(output, 'books')).toMatchObject({
      frozen: { call: expect.stringContaining('freezeDraw') },
      selections: MARKETS.map(() => ({ ok: true })),
      correlationId,
    });
    expect(await mapRuns()).toBe(1);
  });

  test('goes on to the books where one market fails, and tells of it', async () => {
    const folder = createTemporaryFolder();
    const books = join(folder, 'books');
    const { run, failedTasks } = await createMachine();
    const execution = await run({ failing: ['enqueueMarketSelections paris-1'], failingOnce: { closeBooks: books } });
    expect(execution).toMatchObject({ status: 'FAILED', error: expect.stringMatching(/^[A-Za-z.]+: down$/) });
    // The books were closed, at the second attempt.
    expect(existsSync(books)).toBe(true);
    expect(await failedTasks()).toBe(1);
  });

  test('tries a step again that may go well', async () => {
    const folder = createTemporaryFolder();
    const { run, failedTasks } = await createMachine();
    const failingOnce = { freezeDraw: join(folder, 'freeze'), 'enqueueMarketSelections berlin-1': join(folder, 'berlin') };
    expect(await run({ failingOnce })).toMatchObject({ status: 'SUCCEEDED' });
    expect([existsSync(failingOnce.freezeDraw), existsSync(failingOnce['enqueueMarketSelections berlin-1'])]).toEqual([true, true]);
    expect(await failedTasks()).toBe(1);
  });

  test('a step that fails to the end fails the execution, which names it; another name starts again', async () => {
    const { run, machines, failedTasks } = await createMachine();
    const failed = await run({ failing: ['revealDraw'] });
    expect(failed).toMatchObject({ status: 'FAILED', error: expect.stringMatching(/^Draw: [A-Za-z.]+: down$/) });
    expect(await failedTasks()).toBe(3);
    expect(await machines.start(MACHINE, 'one', {})).toEqual(failed);
    await machines.start(MACHINE, 'one-retry-1', {});
    await expect.poll(async () => (await machines.describe(MACHINE, 'one-retry-1'))?.status, { timeout: 30_000 }).toBe('SUCCEEDED');
  });

  test.each([
    ['STATE_INVALID', 1, 'Freeze: STATE_INVALID: It is open.'],
    ['SERVICE_UNAVAILABLE', 3, 'Freeze: SERVICE_UNAVAILABLE: It is open.'],
    ['Lambda.TooManyRequestsException', 3, 'Freeze: Lambda.TooManyRequestsException: It is open.'],
  ])('%s is tried %i times', async (error, attempts, reason) => {
    const { name, stateMachineArn, ended, failedTasks } = await createMachine();
    // The emulator's functions cannot fail under a name of their own, so the task's answer is made up here.
    const Throw = { Error: error, Cause: JSON.stringify({ errorType: error, errorMessage: 'It is open.' }) };
    await configure({
      'stepfunctions._sfn_mock_config': {
        StateMachines: { [name]: { TestCases: { failing: { Freeze: 'failing' } } } },
        MockedResponses: { failing: { '0-9': { Throw } } },
      },
    });
    await client.send(new StartExecutionCommand({ stateMachineArn: `${stateMachineArn}#failing`, name: 'one', input: '{}' }));
    expect(await ended()).toMatchObject({ status: 'FAILED', error: reason });
    expect(await failedTasks()).toBe(attempts);
  });
});
