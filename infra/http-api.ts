import {
  aws_apigatewayv2 as apigateway,
  aws_apigateway as apigateway1,
  type aws_appsync as appsync,
  CfnOutput,
  aws_apigatewayv2_integrations as integrations,
  type aws_lambda as lambda,
} from 'aws-cdk-lib';
import type { ServiceName } from '../src/ports/tokens.ts';
import { accept } from './accept.ts';
import { createLogGroup, type Deployment } from './functions.ts';

export interface Routes {
  readonly services: Readonly<Partial<Record<ServiceName, lambda.Function>>>;
  readonly front: lambda.Function;
  readonly graphql: appsync.GraphqlApi;
}

/** Paths that the front function answers; docs/interfaces.md says what each is. */
const FRONT_PATHS = ['/operator/{proxy+}', '/healthz', '/readyz', '/.well-known/{proxy+}', '/unsubscribe'];

/** One address for all that is outside: GraphQL, the services, the operator's routes. Not yet routed. */
export const createHttpApi = (deployment: Deployment): apigateway.HttpApi => {
  const { stack, settings } = deployment;
  const accessLog = createLogGroup(deployment, 'http-access-log', `/aws/apigateway/${settings.prefix}`);
  const api = new apigateway.HttpApi(stack, 'http', { apiName: `${settings.prefix}-http`, description: 'reg-workers', createDefaultStage: false });
  new apigateway.HttpStage(stack, 'http-stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    // Neither paths nor addresses: a path may hold a fan's id.
    accessLogSettings: {
      destination: new apigateway.LogGroupLogDestination(accessLog),
      format: apigateway1.AccessLogFormat.custom(
        JSON.stringify({
          requestId: '$context.requestId',
          at: '$context.requestTimeEpoch',
          route: '$context.routeKey',
          status: '$context.status',
          ms: '$context.responseLatency',
        }),
      ),
    },
  });
  accept(api, {
    finding: 'AwsSolutions-APIG4',
    reason: 'Every route but health, keys and contracts checks a token of its own: type, issuer, audience and scope, which API Gateway cannot.',
  });
  return api;
};

export const addRoutes = (api: apigateway.HttpApi, { services, front, graphql }: Routes): void => {
  for (const [service, made] of Object.entries(services) as [ServiceName, lambda.Function][]) {
    api.addRoutes({
      path: `/services/${service}/{proxy+}`,
      methods: [apigateway.HttpMethod.ANY],
      integration: new integrations.HttpLambdaIntegration(`${service}-integration`, made),
    });
  }
  const toFront = new integrations.HttpLambdaIntegration('front-integration', front);
  for (const path of FRONT_PATHS) api.addRoutes({ path, methods: [apigateway.HttpMethod.ANY], integration: toFront });
  // AppSync's own address is another; behind this one, fans, apps and the command `reg` need one address alone.
  api.addRoutes({
    path: '/graphql',
    methods: [apigateway.HttpMethod.POST],
    integration: new integrations.HttpUrlIntegration('graphql-integration', graphql.graphqlUrl),
  });
  new CfnOutput(api.stack, 'Url', { value: api.apiEndpoint, description: 'REG_URL' });
  new CfnOutput(api.stack, 'HttpApiId', { value: api.apiId });
  new CfnOutput(api.stack, 'GraphqlUrl', { value: graphql.graphqlUrl });
  new CfnOutput(api.stack, 'GraphqlApiId', { value: graphql.apiId });
};
