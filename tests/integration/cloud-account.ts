import { randomInt } from 'node:crypto';
import { CloudFormationClient, CreateStackCommand, DescribeStackEventsCommand, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation';
import { serverUrl } from './server-url.ts';

/** An account of its own on MiniStack: nothing that is in another is seen here. */
export interface CloudAccount {
  /** What each client of the SDK is made with. */
  readonly clientOptions: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  /** Creates a stack and gives its outputs; throws with what CloudFormation says of each resource that failed. */
  deploy(template: CloudTemplate): Promise<Readonly<Record<string, string>>>;
}

export interface CloudTemplate {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: object; readonly DependsOn?: string }>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: object }>>;
}

export const createCloudAccount = (): CloudAccount => {
  const accessKeyId = String(randomInt(100_000_000_000, 281_000_000_000_000)).slice(0, 12);
  const clientOptions = { endpoint: serverUrl('ministack'), region: 'us-east-1', credentials: { accessKeyId, secretAccessKey: 'test' } };
  const client = new CloudFormationClient(clientOptions);

  const deploy: CloudAccount['deploy'] = async (template) => {
    const StackName = 'suite';
    await client.send(new CreateStackCommand({ StackName, TemplateBody: JSON.stringify(template), OnFailure: 'DO_NOTHING' }));
    const { reason } = await waitUntilStackCreateComplete({ client, maxWaitTime: 60, minDelay: 0.1, maxDelay: 0.5 }, { StackName }).catch(async (error) => {
      const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName }));
      const failed = StackEvents.filter(({ ResourceStatus }) => ResourceStatus?.endsWith('FAILED'));
      throw new Error(failed.map((event) => `${event.LogicalResourceId}: ${event.ResourceStatusReason}`).join('\n'), { cause: error });
    });
    const outputs: readonly { readonly OutputKey: string; readonly OutputValue: string }[] = reason.Stacks[0].Outputs;
    return Object.fromEntries(outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
  };
  return { clientOptions, deploy };
};

/** A Lambda function of a few lines of CommonJS that export `handler`. */
export const inlineFunction = (code: string, variables: Readonly<Record<string, string>>): CloudTemplate['Resources'][string] => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/any',
    Code: { ZipFile: code },
    Timeout: 5,
    Environment: { Variables: variables },
  },
});
