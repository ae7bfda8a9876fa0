import { Fn, type aws_iam as iam, aws_lambda as lambda } from 'aws-cdk-lib';
import type { TableName } from '../src/adapters/aws/dynamodb-tables.ts';
import { MONGO, REDIS } from '../src/environment.ts';
import type { ServiceName } from '../src/ports/tokens.ts';
import { wildcard } from './accept.ts';
import { allow, createFunction, type Deployment } from './functions.ts';
import type { Queues } from './queues.ts';
import { auditStatement, keyStatement, OWN_TABLE, secretStatement, serverUse, smtpUse, tableStatement } from './rights.ts';
import { executionsArn, selectionArn } from './state-machine.ts';
import type { State } from './state-stack.ts';

export interface ServicesOptions {
  readonly deployment: Deployment;
  readonly state: State;
  readonly queues: Queues;
  /** What comes before `/services/…` where something stands in front of the services; empty: each is called at its own URL. */
  readonly servicesUrl: string;
  readonly hasServicesUrl: string;
}

export interface Services {
  readonly functions: Readonly<Partial<Record<ServiceName, lambda.Function>>>;
  /** `REG_<SERVICE>_URL`, for whoever calls a service. */
  readonly urlVariables: Readonly<Record<ServiceName, Readonly<Record<string, string>>>>;
}

/** API Gateway answers for a service within 30 seconds; called at their own URL, services have this long, which a draw of millions takes. */
const LONG_SECONDS = 900;
const SHORT_SECONDS = 60;

/** Those of the five services that the company has not got. Order matters: a service is made after those it calls. */
export const createServices = (options: ServicesOptions): Services => {
  const { deployment, state, queues } = options;
  const { stack, settings, key } = deployment;
  const functions: Partial<Record<ServiceName, lambda.Function>> = {};
  const urlVariables = {} as Record<ServiceName, Readonly<Record<string, string>>>;

  const secrets = (names: readonly string[], actions: readonly ('Get' | 'Create')[]): iam.PolicyStatement =>
    secretStatement(stack, settings.prefix, names, actions);
  const mongo = serverUse(stack, settings.prefix, settings.mongo, MONGO);
  /** What a service keeps: in a table of its own, or in MongoDB. */
  const ownStore = (table: TableName): readonly iam.PolicyStatement[] =>
    settings.mongo === null ? [tableStatement(state.tables, table, OWN_TABLE)] : mongo.statements;
  /** What operators and apps change is written down in a table, wherever the services keep what is theirs. */
  const audit = { audit: state.tables.audit.tableName };
  const audited = [auditStatement(state.tables), keyStatement(stack, key, 'table')];
  const urlsOf = (...services: readonly ServiceName[]): Readonly<Record<string, string>> =>
    Object.assign({}, ...services.map((service) => urlVariables[service]));

  const smtp = smtpUse(stack, settings);
  const redis = serverUse(stack, settings.prefix, settings.redis, REDIS);

  const add = (service: ServiceName, make: () => lambda.Function): void => {
    const given = settings.serviceUrls[service];
    const variable = `REG_${service.toUpperCase()}_URL`;
    if (given !== undefined) {
      urlVariables[service] = { [variable]: given };
      return;
    }
    const made = make();
    functions[service] = made;
    // Whoever calls shows a token that the service checks itself, as a company's own services do.
    const { url } = made.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
    const own = Fn.join('', [url, `services/${service}`]);
    urlVariables[service] = { [variable]: Fn.conditionIf(options.hasServicesUrl, `${options.servicesUrl}/services/${service}`, own).toString() };
  };

  add('entry', () =>
    createFunction(deployment, {
      name: 'entry-service',
      description: 'The Entry Service: replicas of entries, scores, invites, codes in use',
      timeoutSeconds: SHORT_SECONDS,
      memoryMB: 1024,
      resources: { tables: { entries: state.tables.entries.tableName, ...audit }, secretsPrefix: `${settings.prefix}/` },
      environment: mongo.environment,
      statements: [...ownStore('entries'), ...audited, secrets(['signing-key-??????'], ['Get'])],
    }),
  );
  add('code', () =>
    createFunction(deployment, {
      name: 'code-service',
      description: 'The Code Service: access codes of all markets',
      timeoutSeconds: LONG_SECONDS,
      memoryMB: 1024,
      resources: { tables: { codes: state.tables.codes.tableName, ...audit }, secretsPrefix: `${settings.prefix}/` },
      environment: mongo.environment,
      statements: [
        ...ownStore('codes'),
        ...audited,
        secrets(['code-lookup-key-??????', 'code-encryption-key-??????'], ['Get', 'Create']),
        secrets(['signing-key-??????'], ['Get']),
      ],
    }),
  );
  add('campaign', () =>
    createFunction(deployment, {
      name: 'campaign-service',
      description: 'The Campaign Service: campaigns, markets, draws and their selections',
      timeoutSeconds: LONG_SECONDS,
      memoryMB: 8192,
      resources: {
        tables: { campaigns: state.tables.campaigns.tableName, ...audit },
        queues: { dataQueue: queues.queues.dataQueue.queueUrl, refreshSelectionQueue: queues.queues.refreshSelectionQueue.queueUrl },
        stateMachines: { selectionStateMachine: selectionArn(deployment) },
        filesBucket: state.files.name,
        secretsPrefix: `${settings.prefix}/`,
      },
      environment: { ...urlsOf('entry'), ...mongo.environment, ...redis.environment },
      statements: [
        ...ownStore('campaigns'),
        ...audited,
        ...redis.statements,
        allow(['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'], [`${state.files.arn}/draws/*`]),
        allow(['s3:ListBucket'], [state.files.arn]),
        keyStatement(stack, key, 'bucket'),
        allow(['sqs:SendMessage'], [queues.queues.dataQueue.queueArn, queues.queues.refreshSelectionQueue.queueArn]),
        keyStatement(stack, key, 'queue'),
        allow(['states:StartExecution'], [selectionArn(deployment)]),
        allow(['states:DescribeExecution'], [`${executionsArn(deployment)}:*`]),
        secrets(['reference-key/*', 'draw-secret/*'], ['Get', 'Create']),
        secrets(['signing-key-??????'], ['Get']),
      ],
      accepted: [
        {
          finding: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${settings.prefix}-files-<AWS::AccountId>-<AWS::Region>/draws/*]`,
          reason: 'The files of draws have names that are made later.',
        },
        wildcard('An execution has a name that is made at its start.', 'states', `execution:${settings.prefix}-selectionStateMachine:*`),
        wildcard('One reference key a campaign, whose name is made later.', 'secretsmanager', `secret:${settings.prefix}/reference-key/*`),
        wildcard('One secret a campaign, whose name is made later.', 'secretsmanager', `secret:${settings.prefix}/draw-secret/*`),
      ],
    }),
  );
  add('user', () =>
    createFunction(deployment, {
      name: 'user-service',
      description: 'The User Service: fans, their subscriptions, and the mails planned for them',
      timeoutSeconds: LONG_SECONDS,
      memoryMB: 1024,
      resources: {
        tables: { users: state.tables.users.tableName, ...audit },
        secretsPrefix: `${settings.prefix}/`,
      },
      environment: { ...urlsOf('entry', 'campaign'), ...mongo.environment, ...smtp.environment },
      statements: [
        ...ownStore('users'),
        ...audited,
        ...smtp.statements,
        ...(settings.mailDomain === null || settings.smtp !== null
          ? []
          : // A mail that is composed already is a raw one, whichever API takes it.
            [allow(['ses:SendEmail', 'ses:SendRawEmail'], [stack.formatArn({ service: 'ses', resource: 'identity', resourceName: settings.mailDomain })])]),
        secrets(['link-key-??????'], ['Get', 'Create']),
        secrets(['reference-key/*', 'signing-key-??????'], ['Get']),
      ],
      accepted: [wildcard('One reference key a campaign, whose name is made later.', 'secretsmanager', `secret:${settings.prefix}/reference-key/*`)],
    }),
  );
  add('export', () =>
    createFunction(deployment, {
      name: 'export-service',
      description: 'The Export Service: reports out of the other services',
      timeoutSeconds: LONG_SECONDS,
      resources: { tables: audit, secretsPrefix: `${settings.prefix}/` },
      environment: urlsOf('campaign', 'entry', 'user', 'code'),
      statements: [...audited, secrets(['signing-key-??????'], ['Get'])],
    }),
  );
  return { functions, urlVariables };
};
