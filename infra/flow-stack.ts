import { CfnCondition, CfnParameter, Fn, type aws_lambda as lambda, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { createAlarms } from './alarms.ts';
import { createFront } from './front.ts';
import { createFunction, type Deployment } from './functions.ts';
import { createGraphQL, limitAddresses } from './graphql.ts';
import { addRoutes, createHttpApi } from './http-api.ts';
import { createQueues } from './queues.ts';
import { secretStatement } from './rights.ts';
import { createSchedules } from './schedules.ts';
import { createServices } from './services.ts';
import type { Settings } from './settings.ts';
import { createStateMachine } from './state-machine.ts';
import type { State } from './state-stack.ts';
import { createWorkers } from './workers.ts';

/** Everything that moves: made anew from the topology at each deployment, and holding nothing but what is in flight. */
export const createFlowStack = (scope: Construct, id: string, settings: Settings, state: State): Stack => {
  const stack = new Stack(scope, id, { description: 'reg-workers: the flow, its services and its front door' });
  const publicUrl = addressParameter(
    stack,
    'PublicUrl',
    'How fans reach the front door, for links in mails: https:// and a domain; empty: the address of the HTTP API',
  );
  const servicesUrl = addressParameter(
    stack,
    'ServicesUrl',
    'What comes before /services where a gateway stands in front of them; empty: each function at its own URL',
  );
  const deployment: Deployment = { stack, settings, key: state.key, environment: environmentOf(settings) };

  const api = createHttpApi(deployment);
  const address = Fn.conditionIf(publicUrl.isSet, publicUrl.value, api.apiEndpoint).toString();
  const queues = createQueues(stack, settings, state.key);
  const services = createServices({
    deployment: { ...deployment, environment: { ...deployment.environment, REG_PUBLIC_URL: address } },
    state,
    queues,
    servicesUrl: servicesUrl.value,
    hasServicesUrl: servicesUrl.isSet,
  });
  const source = { table: state.tables['demand-table'], kinesis: state.changes };
  const workers = createWorkers({ deployment, state, queues, source, urlVariables: services.urlVariables });
  createSchedules(stack, settings, workers);
  createStateMachine(deployment, workers);

  const authorizer = createFunction(deployment, {
    name: 'authorizer',
    description: 'Checks the tokens of fans and apps for GraphQL',
    timeoutSeconds: 10,
    resources: { secretsPrefix: `${settings.prefix}/` },
    statements: [secretStatement(stack, settings.prefix, ['signing-key-??????'], ['Get'])],
  });
  const graphql = createGraphQL(deployment, workers, authorizer);
  if (settings.addressLimit !== null) limitAddresses(deployment, graphql, settings.addressLimit);
  const front = createFront({
    deployment: { ...deployment, environment: { ...deployment.environment, REG_PUBLIC_URL: address } },
    state,
    queues,
    workers,
    serviceUrls: { ...services.urlVariables.user, ...services.urlVariables.entry, ...services.urlVariables.campaign },
  });
  addRoutes(api, { services: services.functions, front, graphql });

  const all: [string, lambda.Function][] = [...Object.entries(workers), ['authorizer', authorizer], ['front', front]];
  for (const [service, made] of Object.entries(services.functions)) all.push([`${service}-service`, made]);
  createAlarms(deployment, queues, new Map(all));
  return stack;
};

const traceVariables = ({ endpoint, ratio }: NonNullable<Settings['traces']>): Readonly<Record<string, string>> => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
  OTEL_TRACES_SAMPLER_ARG: String(ratio),
});

const environmentOf = ({ fanIssuer, idvHosts, topicPrefix, traces, stream, mailDomain }: Settings): Readonly<Record<string, string>> => ({
  NODE_ENV: 'production',
  // Traces of errors lead to the lines that people wrote.
  NODE_OPTIONS: '--enable-source-maps',
  REG_TOPIC_PREFIX: topicPrefix,
  REG_STREAM: stream,
  ...(mailDomain === null ? {} : { REG_MAIL_DOMAIN: mailDomain }),
  ...(fanIssuer === null ? {} : signInVariables(fanIssuer)),
  ...(traces === null ? {} : traceVariables(traces)),
  ...(idvHosts.length === 0 ? {} : { REG_IDV_HOSTS: idvHosts.join(',') }),
});

const signInVariables = ({ issuer, jwksUri, audience, tokenTypes }: NonNullable<Settings['fanIssuer']>): Readonly<Record<string, string>> => {
  const given = { REG_ISSUER: issuer, REG_JWKS_URI: jwksUri, REG_AUDIENCE: audience, REG_TOKEN_TYPES: tokenTypes };
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
};

/** An address that is known only after the first deployment, so it can be given without a new synthesis. */
const addressParameter = (stack: Stack, id: string, description: string): { readonly value: string; readonly isSet: string } => {
  const parameter = new CfnParameter(stack, id, { type: 'String', default: '', description, allowedPattern: '^(https?://[^\\s?#@]+[^/\\s?#@])?$' });
  const condition = new CfnCondition(stack, `${id}IsSet`, { expression: Fn.conditionNot(Fn.conditionEquals(parameter.valueAsString, '')) });
  return { value: parameter.valueAsString, isSet: condition.logicalId };
};
