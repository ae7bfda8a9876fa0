import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Duration, aws_ec2 as ec2, aws_iam as iam, type aws_kms as kms, aws_lambda as lambda, aws_logs as logs, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { type Accepted, accept, wildcard } from './accept.ts';
import type { Settings } from './settings.ts';

/** What every function of a deployment shares. */
export interface Deployment {
  readonly stack: Stack;
  readonly settings: Settings;
  readonly key: kms.IKey;
  /** Environment of all functions. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface FunctionOptions {
  /** The bundle's folder, and the last part of the function's name. */
  readonly name: string;
  readonly description: string;
  readonly timeoutSeconds: number;
  /** Default 512; a share of a processor comes with it. */
  readonly memoryMB?: number;
  /** The members of `REG_RESOURCES` that it needs. */
  readonly resources: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly statements: readonly iam.PolicyStatement[];
  /** Wildcards among the statements that it cannot do without. */
  readonly accepted?: readonly Accepted[];
}

const BUNDLES = fileURLToPath(new URL('../dist/lambda/', import.meta.url));
const LOG_RETENTION = logs.RetentionDays.ONE_MONTH;

/** A function with a role of its own that may do what its statements say, and write its own log. */
export const createFunction = (deployment: Deployment, options: FunctionOptions): lambda.Function => {
  const { stack, settings, environment } = deployment;
  const { name, timeoutSeconds, memoryMB = 512 } = options;
  if (!existsSync(`${BUNDLES}${name}/index.mjs`)) throw new Error(`There is no bundle of ${name}. Run "npm run bundle" first.`);
  const functionName = `${settings.prefix}-${name}`;
  const logGroup = createLogGroup(deployment, `${name}-log`, `/aws/lambda/${functionName}`);
  const role = new iam.Role(stack, `${name}-role`, {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    description: `What ${functionName} may do`,
    inlinePolicies: {
      rights: new iam.PolicyDocument({
        statements: [allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]), ...networkStatements(settings), ...options.statements],
      }),
    },
  });
  accept(role, ...(options.accepted ?? []), ...(settings.network === null ? [] : [wildcard('Creating a network interface knows no narrower resource.')]));
  return new lambda.Function(stack, name, {
    functionName,
    description: options.description,
    runtime: lambda.Runtime.NODEJS_24_X,
    architecture: lambda.Architecture.ARM_64,
    handler: 'index.handler',
    code: lambda.Code.fromAsset(`${BUNDLES}${name}`),
    timeout: Duration.seconds(timeoutSeconds),
    memorySize: memoryMB,
    role,
    logGroup,
    environment: { ...environment, ...options.environment, REG_RESOURCES: stack.toJsonString(options.resources) },
    ...networkOf(stack, name, settings),
  });
};

/** A log that ends with its retention, encrypted with the deployment's key. */
export const createLogGroup = ({ stack, settings, key }: Deployment, id: string, logGroupName: string): logs.LogGroup =>
  new logs.LogGroup(stack, id, {
    logGroupName,
    retention: LOG_RETENTION,
    encryptionKey: key,
    removalPolicy: settings.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });

export const allow = (actions: readonly string[], resources: readonly string[]): iam.PolicyStatement =>
  new iam.PolicyStatement({ effect: iam.Effect.ALLOW, actions: [...actions], resources: [...resources] });

// Creating a network interface knows no narrower resource (AWS Lambda developer guide, "Giving Lambda functions access to resources in an Amazon VPC").
const networkStatements = ({ network }: Settings): readonly iam.PolicyStatement[] =>
  network === null ? [] : [allow(['ec2:CreateNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets', 'ec2:DeleteNetworkInterface'], ['*'])];

const networkOf = (stack: Stack, name: string, { network }: Settings): Partial<lambda.FunctionProps> => {
  if (network === null) return {};
  const { vpcId, subnetIds, securityGroupIds } = network;
  return {
    vpc: ec2.Vpc.fromVpcAttributes(stack, `${name}-network`, {
      vpcId,
      availabilityZones: subnetIds.map((_, index) => `${stack.region}${'abcdef'[index] ?? ''}`),
      privateSubnetIds: [...subnetIds],
    }),
    securityGroups: securityGroupIds.map((id) => ec2.SecurityGroup.fromSecurityGroupId(stack, `${name}-${id}`, id)),
    allowAllOutbound: false,
  };
};
