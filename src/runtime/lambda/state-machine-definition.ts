import { errorCodes, isRetryable } from '../../errors.ts';
import { type MapState, type StateMachineName, stateMachines, type TaskState, type WorkerName } from '../../topology.ts';

/** Amazon States Language, as plain JSON data. */
export type Definition = Readonly<Record<string, unknown>>;

/** The ARN of a worker's function, or what stands for it until it is deployed. */
export type FunctionArn = (worker: WorkerName) => string;

/**
 * One of the topology's state machines for AWS Step Functions, doing what the embedded runtime does: states in order,
 * results under their keys, items of a map each for themselves, and FAILED in the end if one of them failed. It is
 * JSONPath where a map in distributed mode is concerned and JSONata elsewhere, for what JSONPath cannot say.
 */
export const stateMachineDefinition = (machine: StateMachineName, functionArn: FunctionArn): Definition =>
  definitionOf(stateMachines[machine].states, functionArn);

/** The same for any rows. */
export const definitionOf = (rows: readonly (TaskState | MapState)[], functionArn: FunctionArn): Definition => {
  const states: Record<string, unknown> = {
    // Once an execution, so that every step of it is found under one id.
    Correlate: jsonata({ Type: 'Pass', Output: `{% $merge([$states.input, {'correlationId': $uuid()}]) %}`, Next: rows[0]?.name ?? 'Judge' }),
  };
  rows.forEach((row, index) => {
    const next = rows[index + 1]?.name ?? 'Judge';
    const failed = `${row.name}Failed`;
    states[row.name] = row.kind === 'task' ? taskState(row, functionArn, next, failed) : mapState(row, functionArn, next, failed);
    states[failed] = failState('StepFailed', `'${row.name}: ' & ${textOf('$states.input.failure')}`);
  });
  const itemErrors = `[${rows.flatMap(({ kind, resultKey }) => (kind === 'map' ? [`$states.input.${resultKey}[ok = false].error`] : [])).join(', ')}]`;
  return {
    Comment: 'Printed from src/topology.ts',
    StartAt: 'Correlate',
    States: {
      ...states,
      // One market's failure does not stop the others, but the execution tells of it.
      Judge: jsonata({ Type: 'Choice', Choices: [{ Condition: `{% $count(${itemErrors}) > 0 %}`, Next: 'SomeItemsFailed' }], Default: 'Done' }),
      SomeItemsFailed: failState('ItemsFailed', `$join(${itemErrors}, '; ')`),
      Done: { Type: 'Succeed' },
    },
  };
};

const jsonata = (state: Definition): Definition => ({ QueryLanguage: 'JSONata', ...state });

const LONGEST_CAUSE = 30_000;

const failState = (error: string, cause: string): Definition =>
  jsonata({ Type: 'Fail', Error: error, Cause: `{% $substring(${cause}, 0, ${LONGEST_CAUSE}) %}` });

/** "CODE: message" of what a function threw: its name is the error, and the cause is JSON with the message. */
const textOf = (error: string): string =>
  `($cause := ${error}.Cause; ${error}.Error & ': ' & ($substring($cause, 0, 1) = '{' ? $parse($cause).errorMessage : $cause))`;

const invocation = (worker: WorkerName, functionArn: FunctionArn, payload: string, maxAttempts: number): Definition => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: functionArn(worker), Payload: `{% ${payload} %}` },
  Retry: [
    { ErrorEquals: HOPELESS, MaxAttempts: 0 },
    { ErrorEquals: ['States.ALL'], IntervalSeconds: 1, BackoffRate: 2, MaxDelaySeconds: 60, JitterStrategy: 'FULL', MaxAttempts: maxAttempts - 1 },
  ],
});

/**
 * A function's error goes by its name, which is the code of ours that it threw. INTERNAL also stands for what was not
 * expected, which may pass.
 */
const HOPELESS = errorCodes.filter((code) => !isRetryable(code) && code !== 'INTERNAL');

const taskState = ({ worker, resultKey, maxAttempts }: TaskState, functionArn: FunctionArn, next: string, failed: string): Definition =>
  jsonata({
    ...invocation(worker, functionArn, '$states.input', maxAttempts),
    Output: `{% $merge([$states.input, {'${resultKey}': $states.result.Payload}]) %}`,
    Catch: [{ ErrorEquals: ['States.ALL'], Output: `{% {'failure': $states.errorOutput} %}`, Next: failed }],
    Next: next,
  });

const mapState = (
  { name, worker, itemsKey, resultKey, concurrency, maxAttempts }: MapState,
  functionArn: FunctionArn,
  next: string,
  failed: string,
): Definition => {
  const itemFailed = `${name}ItemFailed`;
  const item = `${name}Item`;
  return {
    Type: 'Map',
    Label: name,
    ItemsPath: `$.${itemsKey}`,
    ItemSelector: { 'data.$': 'States.JsonMerge($, $$.Map.Item.Value, false)' },
    MaxConcurrency: concurrency,
    ItemProcessor: {
      // A market may take as long as a function may, which is longer than an express execution lasts.
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: item,
      States: {
        [item]: jsonata({
          ...invocation(worker, functionArn, '$states.input.data', maxAttempts),
          Output: `{% {'ok': true, 'value': $states.result.Payload} %}`,
          Catch: [{ ErrorEquals: ['States.ALL'], Output: `{% {'ok': false, 'error': ${textOf('$states.errorOutput')}} %}`, Next: itemFailed }],
          End: true,
        }),
        [itemFailed]: { Type: 'Pass', End: true },
      },
    },
    ResultPath: `$.${resultKey}`,
    Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: failed }],
    Next: next,
  };
};
