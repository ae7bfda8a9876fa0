import type { aws_lambda as lambda } from 'aws-cdk-lib';
import type { StreamWorkerName, WorkerName } from '../src/topology.ts';
import { workers as rows } from '../src/topology.ts';
import { kebab } from '../tests/support/kebab.ts';
import { wildcard } from './accept.ts';
import { allow, createFunction, type Deployment } from './functions.ts';
import { kafkaUse } from './kafka.ts';
import type { Queues } from './queues.ts';
import { auditStatement, keyStatement, secretStatement, tableStatement, tableUse } from './rights.ts';
import type { State } from './state-stack.ts';
import type { WorkerFunctions } from './workers.ts';

export interface FrontOptions {
  readonly deployment: Deployment;
  readonly state: State;
  readonly queues: Queues;
  readonly workers: WorkerFunctions;
  /** `REG_USER_URL` for the page behind the unsubscribe link, `REG_ENTRY_URL` for reconciliation, `REG_CAMPAIGN_URL` for erasing. */
  readonly serviceUrls: Readonly<Record<string, string>>;
}

/** What operators ask of the flow, health, keys, and the page behind the unsubscribe link. */
export const createFront = ({ deployment, state, queues, workers, serviceUrls }: FrontOptions): lambda.Function => {
  const { stack, settings, key } = deployment;
  const streamWorkers = (Object.keys(rows) as WorkerName[]).filter((worker): worker is StreamWorkerName => rows[worker].trigger.kind === 'stream');
  const kafka = kafkaUse(deployment);
  const own = Object.values(queues.queues);
  const dead = [...queues.deadLetterQueues.values()];
  const arns = (list: readonly { readonly queueArn: string }[]): readonly string[] => list.map(({ queueArn }) => queueArn);
  return createFunction(deployment, {
    name: 'front',
    description: "Operators' view of the flow, health, keys, unsubscribing",
    timeoutSeconds: 30,
    resources: {
      queues: Object.fromEntries([...Object.entries(queues.queues), ...queues.deadLetterQueues].map(([name, queue]) => [name, queue.queueUrl])),
      tables: {
        'demand-table': state.tables['demand-table'].tableName,
        audit: state.tables.audit.tableName,
        ...(kafka === null ? { events: state.tables.events.tableName } : {}),
      },
      functions: Object.fromEntries(streamWorkers.map((worker) => [worker, `${settings.prefix}-${kebab(worker)}`])),
      secretsPrefix: `${settings.prefix}/`,
    },
    environment: { ...serviceUrls, ...kafka?.environment },
    statements: [
      allow(['sqs:GetQueueAttributes', 'sqs:SendMessage'], arns(own)),
      // What fails again goes back to its dead-letter queue, as a new message.
      allow(
        ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:SendMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:StartMessageMoveTask'],
        arns(dead),
      ),
      keyStatement(stack, key, 'queue'),
      ...(kafka?.statements ?? [tableStatement(state.tables, 'events', tableUse('eventLog', ['read', 'count', 'erase']).actions)]),
      tableStatement(state.tables, 'demand-table', tableUse('entryTable', ['get', 'getBatch', 'list', 'remove']).actions),
      auditStatement(state.tables),
      keyStatement(stack, key, 'table'),
      allow(
        ['lambda:InvokeFunction'],
        streamWorkers.map((worker) => workers[worker].functionArn),
      ),
      // Metrics know no narrower resource (Service Authorization Reference, Amazon CloudWatch).
      allow(['cloudwatch:GetMetricData', 'cloudwatch:GetMetricStatistics'], ['*']),
      secretStatement(stack, settings.prefix, ['link-key-??????'], ['Get', 'Create']),
      secretStatement(stack, settings.prefix, ['signing-key-??????'], ['Get']),
    ],
    accepted: [wildcard('Reading metrics knows no narrower resource.')],
  });
};
