import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { expect } from 'vitest';
import { createSfnStateMachines } from '../../../src/adapters/aws/sfn-state-machines.ts';
import { describeStateMachinesContract } from '../../contract/state-machine.contract.ts';
import { freshName, ministack } from '../ministack.ts';

const DEFINITION = {
  StartAt: 'Look',
  States: {
    Look: {
      Type: 'Choice',
      Choices: [
        {
          And: [
            { Variable: '$.fail', IsPresent: true },
            { Variable: '$.fail', BooleanEquals: true },
          ],
          Next: 'Broken',
        },
      ],
      Default: 'Fine',
    },
    Fine: { Type: 'Pass', End: true },
    Broken: { Type: 'Fail', Error: 'StepFailed', Cause: 'Look: it is broken' },
  },
};

describeStateMachinesContract('step functions', async () => {
  const client = new SFNClient(ministack());
  const { stateMachineArn = '' } = await client.send(
    new CreateStateMachineCommand({
      name: freshName('selection'),
      definition: JSON.stringify(DEFINITION),
      roleArn: 'arn:aws:iam::000000000000:role/selection',
    }),
  );
  const machines = createSfnStateMachines<'selectionStateMachine'>({ client, arnOf: () => stateMachineArn });
  return {
    machines,
    settled: (name) => expect.poll(async () => (await machines.describe('selectionStateMachine', name))?.status).not.toBe('RUNNING'),
  };
});
