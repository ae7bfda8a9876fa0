import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
  waitUntilStackCreateComplete,
  waitUntilStackDeleteComplete,
  waitUntilStackUpdateComplete,
} from '@aws-sdk/client-cloudformation';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { zipSync } from 'fflate';

/** What each client of the SDK is made with. */
export interface ClientOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

interface AssetManifest {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: { readonly path: string; readonly packaging: 'zip' | 'file' };
        readonly destinations: Readonly<Record<string, { readonly bucketName: string; readonly objectKey: string }>>;
      }
    >
  >;
}

export type Outputs = Readonly<Record<string, string>>;
type Parameters = Readonly<Record<string, string>>;

/** Deploys synthesised stacks as the CDK's command does: assets into the bucket that the template names, then the template from there. */
export const createDeployer = (assembly: string, options: ClientOptions) => {
  const cloudFormation = new CloudFormationClient(options);
  const s3 = new S3Client({ ...options, forcePathStyle: true });
  const account = options.credentials.accessKeyId;
  const concrete = (text: string): string => text.replace(/\$\{AWS::AccountId\}/g, account).replace(/\$\{AWS::Region\}/g, options.region);

  /** Answers where the stack's template lies. */
  const publish = async (stack: string): Promise<string> => {
    const manifest: AssetManifest = JSON.parse(readFileSync(join(assembly, `${stack}.assets.json`), 'utf8'));
    let templateUrl = '';
    for (const { source, destinations } of Object.values(manifest.files)) {
      for (const { bucketName, objectKey } of Object.values(destinations)) {
        const Bucket = concrete(bucketName);
        await s3.send(new CreateBucketCommand({ Bucket })).catch(ignoreExisting);
        const path = join(assembly, source.path);
        const Body = source.packaging === 'zip' ? zipOf(path) : readFileSync(path);
        await s3.send(new PutObjectCommand({ Bucket, Key: objectKey, Body }));
        if (source.path === `${stack}.template.json`) templateUrl = `${options.endpoint}/${Bucket}/${objectKey}`;
      }
    }
    return templateUrl;
  };

  const outputsOf = async (stack: string): Promise<Outputs> => {
    const { Stacks: [found] = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stack }));
    return Object.fromEntries((found?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  };

  /** With what CloudFormation says of each resource that failed. */
  const explained = async <T>(stack: string, work: Promise<T>): Promise<T> =>
    work.catch(async (cause) => {
      const { StackEvents = [] } = await cloudFormation.send(new DescribeStackEventsCommand({ StackName: stack })).catch(() => ({ StackEvents: [] }));
      const failed = StackEvents.filter(({ ResourceStatus }) => ResourceStatus?.endsWith('FAILED'));
      const why = failed.map(({ LogicalResourceId, ResourceStatusReason }) => `${LogicalResourceId}: ${ResourceStatusReason}`).join('\n');
      throw new Error(`The stack ${stack} could not be deployed.\n${why}`, { cause });
    });

  const wait = (stack: string) => [{ client: cloudFormation, maxWaitTime: 120, minDelay: 0.2, maxDelay: 1 }, { StackName: stack }] as const;
  const request = (stack: string, TemplateURL: string, parameters: Parameters) => ({
    StackName: stack,
    TemplateURL,
    Capabilities: ['CAPABILITY_NAMED_IAM' as const],
    Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
  });

  return {
    create: async (stack: string, parameters: Parameters = {}): Promise<Outputs> => {
      const url = await publish(stack);
      const created = cloudFormation
        .send(new CreateStackCommand({ ...request(stack, url, parameters), OnFailure: 'DO_NOTHING' }))
        .then(() => waitUntilStackCreateComplete(...wait(stack)));
      await explained(stack, created);
      return outputsOf(stack);
    },
    update: async (stack: string, parameters: Parameters = {}): Promise<Outputs> => {
      const url = await publish(stack);
      const updated = cloudFormation.send(new UpdateStackCommand(request(stack, url, parameters))).then(() => waitUntilStackUpdateComplete(...wait(stack)));
      await explained(stack, updated);
      return outputsOf(stack);
    },
    remove: async (stack: string): Promise<void> => {
      await cloudFormation.send(new DeleteStackCommand({ StackName: stack }));
      await waitUntilStackDeleteComplete(...wait(stack));
    },
  };
};

const ignoreExisting = (error: unknown): void => {
  if (!(error instanceof Error) || !/^BucketAlready/.test(error.name)) throw error;
};

const zipOf = (folder: string): Uint8Array => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return zipSync(
    Object.fromEntries(files.map(({ parentPath, name }) => [relative(folder, join(parentPath, name)), new Uint8Array(readFileSync(join(parentPath, name)))])),
    { level: 1 },
  );
};
