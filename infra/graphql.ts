import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { aws_appsync as appsync, Duration, aws_iam as iam, type aws_lambda as lambda, aws_wafv2 as waf } from 'aws-cdk-lib';
import { resolvers, type WorkerName } from '../src/topology.ts';
import { accept } from './accept.ts';
import { allow, createLogGroup, type Deployment } from './functions.ts';
import type { WorkerFunctions } from './workers.ts';

const file = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const code = (name: string): string => readFileSync(file(`src/runtime/appsync/${name}.js`), 'utf8');

// As deep as the embedded front door lets a document be.
const DEPTH_LIMIT = 8;
const RESOLVER_LIMIT = 10;
/** A revoked or expired token is refused at the latest after this; the token's own end comes first. */
const AUTHORIZATION_SECONDS = 300;
const TOKEN = '^(Bearer )?[\\w-]+\\.[\\w-]+\\.[\\w-]+$|^anonymous$';

/** GraphQL for fans and apps: the schema as it is, and for each field the pipeline of workers that the topology names. */
export const createGraphQL = (deployment: Deployment, functions: WorkerFunctions, authorizer: lambda.Function): appsync.GraphqlApi => {
  const { stack, settings } = deployment;
  const logRole = new iam.Role(stack, 'graphql-log-role', { assumedBy: new iam.ServicePrincipal('appsync.amazonaws.com') });
  const api = new appsync.GraphqlApi(stack, 'graphql', {
    name: `${settings.prefix}-graphql`,
    definition: appsync.Definition.fromFile(file('schemas/graphql/registration.graphql')),
    authorizationConfig: {
      defaultAuthorization: {
        authorizationType: appsync.AuthorizationType.LAMBDA,
        lambdaAuthorizerConfig: { handler: authorizer, resultsCacheTtl: Duration.seconds(AUTHORIZATION_SECONDS), validationRegex: TOKEN },
      },
    },
    introspectionConfig: appsync.IntrospectionConfig.DISABLED,
    queryDepthLimit: DEPTH_LIMIT,
    resolverCountLimit: RESOLVER_LIMIT,
  });
  // Set below the construct, which would add a function of its own to set the log's retention.
  const made = api.node.defaultChild as appsync.CfnGraphQLApi;
  made.logConfig = { cloudWatchLogsRoleArn: logRole.roleArn, excludeVerboseContent: true, fieldLogLevel: 'ERROR' };
  accept(api, { finding: 'AwsSolutions-ASC3', reason: 'Requests hold tokens and personal data, so their headers and bodies are not written out.' });
  const log = createLogGroup(deployment, 'graphql-log', `/aws/appsync/apis/${api.apiId}`);
  logRole.attachInlinePolicy(
    new iam.Policy(stack, 'graphql-log-rights', { statements: [allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [log.logGroupArn])] }),
  );
  const steps = createSteps(api, functions);
  for (const [typeName, fields] of Object.entries(resolvers)) {
    for (const [fieldName, workers] of Object.entries(fields) as [string, readonly WorkerName[]][]) {
      const resolver = new appsync.CfnResolver(stack, `${typeName}-${fieldName}`, {
        apiId: api.apiId,
        typeName,
        fieldName,
        kind: 'PIPELINE',
        runtime: RUNTIME,
        code: code('field'),
        pipelineConfig: { functions: workers.map((worker) => stepOf(steps, worker)) },
      });
      resolver.node.addDependency(api);
    }
  }
  return api;
};

const RUNTIME = { name: 'APPSYNC_JS', runtimeVersion: '1.0.0' } as const;

/** One AppSync function a worker that answers fields, by its id. */
const createSteps = (api: appsync.GraphqlApi, functions: WorkerFunctions): ReadonlyMap<WorkerName, string> => {
  const { stack, apiId } = api;
  const names = [...new Set(Object.values(resolvers).flatMap((fields) => Object.values(fields).flat()))] as readonly WorkerName[];
  const role = new iam.Role(stack, 'graphql-workers-role', {
    assumedBy: new iam.ServicePrincipal('appsync.amazonaws.com'),
    inlinePolicies: {
      rights: new iam.PolicyDocument({
        statements: [
          allow(
            ['lambda:InvokeFunction'],
            names.map((name) => functions[name].functionArn),
          ),
        ],
      }),
    },
  });
  return new Map(
    names.map((name) => {
      const source = new appsync.CfnDataSource(stack, `${name}-source`, {
        apiId,
        name,
        type: 'AWS_LAMBDA',
        serviceRoleArn: role.roleArn,
        lambdaConfig: { lambdaFunctionArn: functions[name].functionArn },
      });
      const made = new appsync.CfnFunctionConfiguration(stack, `${name}-step`, {
        apiId,
        name,
        dataSourceName: source.attrName,
        runtime: RUNTIME,
        code: code('worker'),
      });
      return [name, made.attrFunctionId];
    }),
  );
};

const stepOf = (steps: ReadonlyMap<WorkerName, string>, worker: WorkerName): string => {
  const found = steps.get(worker);
  if (found === undefined) throw new Error(`There is no step for ${worker}.`);
  return found;
};

/** What one address may ask of GraphQL in five minutes. */
export const limitAddresses = ({ stack, settings }: Deployment, api: appsync.GraphqlApi, limit: number): void => {
  const visible = (name: string) => ({ cloudWatchMetricsEnabled: true, metricName: `${settings.prefix}-${name}`, sampledRequestsEnabled: false });
  const acl = new waf.CfnWebACL(stack, 'firewall', {
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: visible('firewall'),
    rules: [
      {
        name: 'per-address',
        priority: 0,
        action: { block: { customResponse: { responseCode: 429 } } },
        statement: { rateBasedStatement: { limit, aggregateKeyType: 'IP' } },
        visibilityConfig: visible('per-address'),
      },
    ],
  });
  new waf.CfnWebACLAssociation(stack, 'firewall-of-graphql', { resourceArn: api.arn, webAclArn: acl.attrArn });
};
