import { fileURLToPath } from 'node:url';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { WorkerName } from '../../src/topology.ts';
import { serverUrl } from '../integration/server-url.ts';
import { kebab } from '../support/kebab.ts';
import { type CommandResult, runCommand } from '../support/run-command.ts';
import { type ClientOptions, createDeployer, type Outputs } from './deploy.ts';

/** The stacks, deployed to an account of their own on the emulator, and reached as their users reach them. */
export interface Cloud {
  /** One address for GraphQL, services and operators: `REG_URL`. */
  readonly url: string;
  readonly clientOptions: ClientOptions;
  /** Runs the command `reg` against it. Throws with what it said where it failed. */
  reg(...args: readonly string[]): Promise<unknown>;
  /** The same, whatever its exit status. */
  tryReg(...args: readonly string[]): Promise<CommandResult>;
  /** Runs a scheduled worker now, as its schedule would. Throws what it throws. */
  runSchedule(worker: WorkerName): Promise<unknown>;
  /** Stores a secret as the system would have made it. */
  putSecret(name: string, value: Uint8Array): Promise<void>;
  /** Deploys the flow once more, with what its parameters were. */
  redeploy(assembly: string): Promise<void>;
  remove(): Promise<void>;
}

export const PREFIX = 'reg';
export const MAIL_DOMAIN = 'mail.example.com';
export const ASSEMBLY = fileURLToPath(new URL('../../dist/cdk.out', import.meta.url));

export interface CloudOptions {
  /** An emulator's address. Default: the one of the tests. */
  readonly endpoint?: string;
  /** Synthesised stacks. Default: those of `npm run synth`. */
  readonly assembly?: string;
}

export const deployCloud = async ({ endpoint = serverUrl('ministack'), assembly = ASSEMBLY }: CloudOptions = {}): Promise<Cloud> => {
  // Requests without AWS credentials, such as those of fans, find the HTTP APIs of this account alone.
  const account = '000000000000';
  const clientOptions: ClientOptions = { endpoint, region: 'us-east-1', credentials: { accessKeyId: account, secretAccessKey: 'test' } };
  const deployer = createDeployer(assembly, clientOptions);
  const lambda = new LambdaClient(clientOptions);
  const secrets = new SecretsManagerClient(clientOptions);

  await new SESv2Client(clientOptions).send(new CreateEmailIdentityCommand({ EmailIdentity: MAIL_DOMAIN }));
  await deployer.create(`${PREFIX}-state`);
  const outputs: Outputs = await deployer.create(`${PREFIX}-flow`);
  // The addresses that AWS gives out are no addresses here, so the emulator's own are given, as a domain of one's own would be.
  const url = `${endpoint}/_aws/execute-api/${outputs.HttpApiId}/$default`;
  const addresses = { PublicUrl: url, ServicesUrl: url };
  await deployer.update(`${PREFIX}-flow`, addresses);

  const env = { AWS_ENDPOINT_URL: endpoint, AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: account, AWS_SECRET_ACCESS_KEY: 'test', REG_URL: url };
  const tryReg: Cloud['tryReg'] = (...args) => runCommand([...args, '--deployment', PREFIX, '--json'], env);
  return {
    url,
    clientOptions,
    tryReg,
    reg: async (...args) => {
      const { status, stdout, stderr } = await tryReg(...args);
      if (status !== 0) throw new Error(`reg ${args.join(' ')} ended with ${status}: ${stderr}${stdout}`);
      return JSON.parse(stdout);
    },
    runSchedule: async (worker) => {
      const event = { source: 'aws.scheduler', 'detail-type': 'Scheduled Event', time: new Date().toISOString(), id: `${worker}-${Date.now()}` };
      const { FunctionError, Payload } = await lambda.send(new InvokeCommand({ FunctionName: `${PREFIX}-${kebab(worker)}`, Payload: JSON.stringify(event) }));
      const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString('utf8') || 'null');
      if (FunctionError !== undefined) throw new Error(`${worker}: ${JSON.stringify(answer)}`);
      return answer;
    },
    putSecret: async (name, value) => {
      await secrets.send(new CreateSecretCommand({ Name: `${PREFIX}/${name}`, SecretBinary: value }));
    },
    redeploy: async (other) => {
      await createDeployer(other, clientOptions).update(`${PREFIX}-flow`, addresses);
    },
    remove: async () => {
      await deployer.remove(`${PREFIX}-flow`);
      await deployer.remove(`${PREFIX}-state`);
    },
  };
};
