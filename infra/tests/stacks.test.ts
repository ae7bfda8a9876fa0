import { describe, expect, test } from 'vitest';
import { tables } from '../../src/adapters/aws/dynamodb-tables.ts';
import { DEAD_LETTER_RETENTION_DAYS, queues, streamDeadLetterQueues, type Trigger, workers } from '../../src/topology.ts';
import { kebab } from '../../tests/support/kebab.ts';
import { type Resource, resourcesOf, statementsOf } from './template.ts';

const DAY_SECONDS = 86_400;

/** Rights that know no narrower resource, and names that are made later; what is not here has to name its resource. */
const WIDE: readonly (readonly [role: RegExp, action: RegExp, resource: RegExp, reason: string])[] = [
  [/^(enqueueentries|markassignedcodes)/, /^dynamodb:ListStreams$/, /^\*$/, 'knows no narrower resource (Service Authorization Reference)'],
  [/^front/, /^cloudwatch:GetMetric(Data|Statistics)$/, /^\*$/, 'metrics know no narrower resource (Service Authorization Reference)'],
  [/^selection/, /^logs:\w*(LogDelivery|LogDeliveries|ResourcePolicy|ResourcePolicies|LogGroups)$/, /^\*$/, 'log delivery knows no narrower resource'],
  [
    /^(selection|campaignservice)/,
    /^states:(Describe|Stop|Redrive)Execution$/,
    /:execution:reg-selectionStateMachine[:/]\*$/,
    'executions are named at their start',
  ],
  [/^campaignservice/, /^s3:\w+$/, /\/draws\/\*$/, 'files of draws are named later'],
  [
    /^(campaignservice|userservice|upsertentry|withdrawentry|readentry)/,
    /^secretsmanager:\w+$/,
    /:secret:reg\/(reference-key|draw-secret)\/\*$/,
    'one secret a campaign, named later',
  ],
];

describe.each([
  ['dynamodb', 'cdk.out'],
  ['kinesis', 'cdk.kinesis'],
] as const)('the stacks with the changes through %s', (stream, assembly) => {
  const resources = resourcesOf(assembly);
  const of = (type: string): readonly Resource[] => resources.filter(({ Type }) => Type === type);
  const byName = (type: string, property: string): ReadonlyMap<string, Resource> => new Map(of(type).map((one) => [one.Properties[property] as string, one]));
  const functions = byName('AWS::Lambda::Function', 'FunctionName');
  const made = byName('AWS::SQS::Queue', 'QueueName');
  const alarms = byName('AWS::CloudWatch::Alarm', 'AlarmName');
  const mappings = of('AWS::Lambda::EventSourceMapping');
  const mappingsOf = (worker: string): readonly Resource[] =>
    mappings.filter(({ Properties }) => Properties.FunctionName['Fn::GetAtt'][0] === functions.get(`reg-${kebab(worker)}`)?.id);
  const rows = Object.entries(workers) as [string, { readonly trigger: Trigger; readonly timeoutSeconds: number }][];

  test('no role has a right with a wildcard', () => {
    expect(
      statementsOf(resources).flatMap(({ role, actions }) => actions.filter((action) => action.includes('*')).map((action) => `${role} ${action}`)),
    ).toEqual([]);
  });

  test('no right is on everything, but those that know nothing narrower', () => {
    const wide = statementsOf(resources).flatMap(({ role, actions, resources: on }) =>
      actions.flatMap((action) => on.filter((resource) => resource.includes('*')).map((resource) => ({ role, action, resource }))),
    );
    const isKnown = ({ role, action, resource }: (typeof wide)[number]): boolean =>
      WIDE.some(([known, actions, on]) => known.test(role) && actions.test(action) && on.test(resource));
    expect(wide.filter((one) => !isKnown(one))).toEqual([]);
    for (const [role, action, resource, reason] of WIDE.filter(([, action]) => stream === 'dynamodb' || !action.test('dynamodb:ListStreams')))
      expect(
        wide.some((one) => role.test(one.role) && action.test(one.action) && resource.test(one.resource)),
        reason,
      ).toBe(true);
  });

  test('every queue is encrypted with the key of the deployment and takes nothing without TLS', () => {
    const guarded = new Set(of('AWS::SQS::QueuePolicy').map(({ Properties }) => Properties.Queues[0].Ref));
    expect(made.size).toBe(Object.keys(queues).length * 2 + streamDeadLetterQueues.length);
    for (const { id, Properties } of made.values()) {
      expect(JSON.stringify(Properties.KmsMasterKeyId), id).toContain('Key');
      expect(guarded.has(id), id).toBe(true);
    }
  });

  test.each(Object.entries(queues))('%s has a dead-letter queue that keeps longer', (name, row) => {
    const { Properties } = made.get(`reg-${name}`) as Resource;
    const dead = made.get(`reg-${row.deadLetterQueue}`) as Resource;
    expect(Properties.RedrivePolicy).toEqual({ deadLetterTargetArn: { 'Fn::GetAtt': [dead.id, 'Arn'] }, maxReceiveCount: 4 });
    expect(dead.Properties.MessageRetentionPeriod).toBe(DEAD_LETTER_RETENTION_DAYS * DAY_SECONDS);
    expect(dead.Properties.MessageRetentionPeriod).toBeGreaterThan(Properties.MessageRetentionPeriod);
  });

  test.each(rows)('%s is a function with its timeout', (worker, { timeoutSeconds }) => {
    expect(functions.get(`reg-${kebab(worker)}`)?.Properties.Timeout).toBe(timeoutSeconds);
  });

  test.each(rows.filter(([, { trigger }]) => trigger.kind === 'queue'))(
    '%s is given batches whose failures it may name, and time for all its tries',
    (worker, { trigger, timeoutSeconds }) => {
      if (trigger.kind !== 'queue') return;
      const own = mappingsOf(worker);
      expect(own.map(({ Properties }) => Properties.EventSourceArn['Fn::GetAtt'][0]).sort()).toEqual(
        trigger.queues.map((name) => made.get(`reg-${name}`)?.id).sort(),
      );
      for (const { Properties } of own) {
        expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
        // AWS Lambda API reference, CreateEventSourceMapping: a batch over 10 needs a window.
        if (Properties.BatchSize > 10) expect(Properties.MaximumBatchingWindowInSeconds).toBeGreaterThanOrEqual(1);
        expect(Properties.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
      }
      for (const name of trigger.queues) {
        const { VisibilityTimeout } = made.get(`reg-${name}`)?.Properties ?? {};
        expect(VisibilityTimeout, name).toBeGreaterThanOrEqual(6 * timeoutSeconds + trigger.windowSeconds);
      }
    },
  );

  test.each(rows.filter(([, { trigger }]) => trigger.kind === 'stream'))('%s reads the changes with bounds, and loses none', (worker, { trigger }) => {
    if (trigger.kind !== 'stream') return;
    const [mapping, ...others] = mappingsOf(worker);
    expect(others).toEqual([]);
    const patterns = trigger.filters.map((filter) => JSON.stringify(stream === 'kinesis' ? { data: filter } : filter));
    expect(mapping?.Properties).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: trigger.maxRetries,
      MaximumRecordAgeInSeconds: DAY_SECONDS,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [made.get(`reg-${trigger.deadLetterQueue}`)?.id, 'Arn'] } } },
      FilterCriteria: { Filters: patterns.map((Pattern) => ({ Pattern })) },
    });
    expect(JSON.stringify(mapping?.Properties.EventSourceArn)).toContain(stream === 'kinesis' ? 'Changes' : 'StreamArn');
  });

  test('an alarm goes off for every dead letter, wait, lag, error and throttle', () => {
    const expected = [
      ...Object.values(queues).map(({ deadLetterQueue }) => `${deadLetterQueue}-holds-messages`),
      ...streamDeadLetterQueues.map((name) => `${name}-holds-messages`),
      ...Object.keys(queues).map((name) => `${name}-waits`),
      ...rows.flatMap(([worker, { trigger }]) => [`${worker}-errors`, `${worker}-throttles`, ...(trigger.kind === 'stream' ? [`${worker}-iterator-age`] : [])]),
      ...['authorizer', 'front', ...['campaign', 'entry', 'user', 'code', 'export'].map((name) => `${name}-service`)].flatMap((name) => [
        `${name}-errors`,
        `${name}-throttles`,
      ]),
    ];
    expect([...alarms.keys()].sort()).toEqual(expected.map((name) => `reg-${name}`).sort());
    for (const [name, { Properties }] of alarms) {
      expect(Properties.ComparisonOperator, name).toBe('GreaterThanThreshold');
      expect(Properties.Dimensions, name).toHaveLength(1);
    }
  });

  test('every table can be brought back to any second, under the key of the deployment', () => {
    const found = byName('AWS::DynamoDB::Table', 'TableName');
    expect([...found.keys()].sort()).toEqual(
      Object.keys(tables)
        .map((name) => `reg-${name}`)
        .sort(),
    );
    for (const [name, { Properties }] of found) {
      expect(Properties.PointInTimeRecoverySpecification, name).toEqual({ PointInTimeRecoveryEnabled: true });
      expect(Properties.SSESpecification, name).toMatchObject({
        SSEEnabled: true,
        SSEType: 'KMS',
        KMSMasterKeyId: { 'Fn::GetAtt': [expect.stringContaining('Key'), 'Arn'] },
      });
    }
    expect(found.get('reg-demand-table')?.Properties.KinesisStreamSpecification !== undefined).toBe(stream === 'kinesis');
  });

  test('nobody may change or remove what is in the audit log, and its callers may only add to it and read it', () => {
    const table = byName('AWS::DynamoDB::Table', 'TableName').get('reg-audit') as Resource;
    expect(table.Properties.ResourcePolicy?.PolicyDocument.Statement).toEqual([
      {
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: ['UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete'].map((action) => `dynamodb:${action}`),
        Resource: '*',
      },
    ]);
    const rights = statementsOf(resources).filter(({ resources: on }) => on.some((resource) => /audit/i.test(resource)));
    expect(rights.map(({ role }) => role.replace(/role.*$/, '')).sort()).toEqual(
      ['campaignservice', 'codeservice', 'entryservice', 'exportservice', 'front', 'userservice'].sort(),
    );
    for (const { role, actions } of rights) expect([...actions].sort(), role).toEqual(['dynamodb:PutItem', 'dynamodb:Query']);
  });

  test('every log ends, under the key of the deployment, and every function has one', () => {
    for (const { id, Properties } of of('AWS::Logs::LogGroup')) {
      expect(Properties.RetentionInDays, id).toBe(30);
      expect(JSON.stringify(Properties.KmsKeyId), id).toContain('Key');
    }
    for (const [name, { Properties }] of functions) expect(Properties.LoggingConfig?.LogGroup, name).toBeDefined();
  });
});
