import { DescribeExecutionCommand, type DescribeExecutionOutput, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { isExecutionName } from '../../domain/execution-name.ts';
import { RegError } from '../../errors.ts';
import type { Execution, ExecutionStatus, StateMachines } from '../../ports/state-machine.ts';
import { storageFailure } from './storage-failure.ts';

export interface SfnStateMachinesOptions<Name extends string> {
  readonly client: SFNClient;
  /** arn:aws:states:<region>:<account>:stateMachine:<name>, of a standard workflow. */
  readonly arnOf: (machine: Name) => string;
}

/**
 * AWS Step Functions. It remembers an execution for 90 days after its end; until then a name stands for one execution.
 * What a failed one had got to by then is in its history, not in its output.
 */
export const createSfnStateMachines = <Name extends string>({ client, arnOf }: SfnStateMachinesOptions<Name>): StateMachines<Name> => {
  const describe = async (machine: Name, executionName: string): Promise<Execution | null> => {
    if (!isExecutionName(executionName)) return null;
    try {
      return executionOf(machine, await client.send(new DescribeExecutionCommand({ executionArn: executionArn(arnOf(machine), executionName) })));
    } catch (error) {
      if (isNamed(error, 'ExecutionDoesNotExist')) return null;
      throw storageFailure(`Describing an execution of ${machine}`, error);
    }
  };

  return {
    start: async (machine, executionName, input) => {
      if (!isExecutionName(executionName)) throw new RegError('INPUT_INVALID', 'The name of an execution is 1 to 80 letters, digits, `-` and `_`.');
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn: arnOf(machine), name: executionName, input: JSON.stringify(input) }));
      } catch (error) {
        // One that runs with the same input is answered by Step Functions itself, any other of the name is refused.
        if (!isNamed(error, 'ExecutionAlreadyExists')) throw storageFailure(`Starting ${machine}`, error);
      }
      const execution = await describe(machine, executionName);
      if (execution === null) throw new RegError('CONFLICT', `The execution ${executionName} of ${machine} was started and cannot be read yet. Try again.`);
      return execution;
    },
    describe,
  };
};

/** arn:aws:states:<region>:<account>:execution:<machine>:<name> */
const executionArn = (stateMachineArn: string, name: string): string => `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;

const executionOf = (machine: string, described: DescribeExecutionOutput): Execution => {
  const { name = '', input, output, startDate, stopDate } = described;
  const status = statusOf(described.status);
  return {
    name,
    machine,
    status,
    input: parsed(input),
    output: parsed(output),
    error: status === 'FAILED' ? errorOf(described) : null,
    startedAt: startDate?.getTime() ?? 0,
    endedAt: status === 'RUNNING' ? null : (stopDate?.getTime() ?? null),
  };
};

const statusOf = (status: DescribeExecutionOutput['status']): ExecutionStatus => {
  if (status === 'SUCCEEDED') return 'SUCCEEDED';
  return status === 'RUNNING' || status === 'PENDING_REDRIVE' ? 'RUNNING' : 'FAILED';
};

/** Our machines end with the whole reason as the cause; what Step Functions or a person ended may have no cause. */
const errorOf = ({ cause, error, status }: DescribeExecutionOutput): string =>
  [cause, error, status].find((text) => text !== undefined && text !== '') ?? 'FAILED';

const parsed = (text: string | undefined): unknown => (text === undefined || text === '' ? null : JSON.parse(text));

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;
