import { ArnFormat, aws_iam as iam, aws_stepfunctions as stepfunctions } from 'aws-cdk-lib';
import { stateMachineDefinition } from '../src/runtime/lambda/state-machine-definition.ts';
import { type MapState, stateMachines, type TaskState } from '../src/topology.ts';
import { accept, wildcard } from './accept.ts';
import { allow, createLogGroup, type Deployment } from './functions.ts';
import type { WorkerFunctions } from './workers.ts';

const NAME = 'selectionStateMachine';

/** Known by name, as the Campaign Service starts it and its steps call the Campaign Service. */
export const selectionArn = ({ stack, settings }: Deployment): string =>
  stack.formatArn({ service: 'states', resource: 'stateMachine', resourceName: `${settings.prefix}-${NAME}`, arnFormat: ArnFormat.COLON_RESOURCE_NAME });

/** What the names of its executions come behind, with a colon between; a distributed map's with a slash. */
export const executionsArn = ({ stack, settings }: Deployment): string =>
  stack.formatArn({ service: 'states', resource: 'execution', resourceName: `${settings.prefix}-${NAME}`, arnFormat: ArnFormat.COLON_RESOURCE_NAME });

/** The selection, in the Amazon States Language that the topology's states come to. */
export const createStateMachine = (deployment: Deployment, functions: WorkerFunctions): stepfunctions.CfnStateMachine => {
  const { stack, settings } = deployment;
  const states: readonly (TaskState | MapState)[] = stateMachines[NAME].states;
  const arn = selectionArn(deployment);
  const log = createLogGroup(deployment, 'selection-log', `/aws/vendedlogs/states/${settings.prefix}-selection`);
  const role = new iam.Role(stack, 'selection-role', {
    assumedBy: new iam.ServicePrincipal('states.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': stack.account } } }),
    inlinePolicies: {
      rights: new iam.PolicyDocument({
        statements: [
          allow(
            ['lambda:InvokeFunction'],
            states.map(({ worker }) => functions[worker].functionArn),
          ),
          // A distributed map runs its items as executions of their own (Step Functions developer guide, "IAM policies for Distributed Map states").
          allow(['states:StartExecution'], [arn]),
          allow(['states:DescribeExecution', 'states:StopExecution'], [`${executionsArn(deployment)}:*`, `${executionsArn(deployment)}/*`]),
          // Log delivery knows no narrower resource (Step Functions developer guide, "Logging using CloudWatch Logs").
          allow(
            [
              'logs:CreateLogDelivery',
              'logs:GetLogDelivery',
              'logs:UpdateLogDelivery',
              'logs:DeleteLogDelivery',
              'logs:ListLogDeliveries',
              'logs:PutResourcePolicy',
              'logs:DescribeResourcePolicies',
              'logs:DescribeLogGroups',
            ],
            ['*'],
          ),
        ],
      }),
    },
  });
  const machine = new stepfunctions.CfnStateMachine(stack, NAME, {
    stateMachineName: `${settings.prefix}-${NAME}`,
    stateMachineType: 'STANDARD',
    roleArn: role.roleArn,
    definitionString: stack.toJsonString(stateMachineDefinition(NAME, (worker) => functions[worker].functionArn)),
    // Without the data: it names no fans, but a selection's errors may quote what a service said.
    loggingConfiguration: { level: 'ALL', includeExecutionData: false, destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: log.logGroupArn } }] },
  });
  const named = 'Executions have names that are made at their start.';
  accept(
    role,
    wildcard(named, 'states', `execution:${settings.prefix}-${NAME}:*`),
    wildcard(named, 'states', `execution:${settings.prefix}-${NAME}/*`),
    wildcard('Log delivery knows no narrower resource.'),
  );
  accept(machine, { finding: 'AwsSolutions-SF2', reason: 'One execution a draw; its steps are traced by their own functions.' });
  return machine;
};
