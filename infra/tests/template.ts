import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A synthesised resource, as far as the tests look into it. */
export interface Resource {
  readonly id: string;
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>> & LookedAt;
}

interface Attribute {
  readonly 'Fn::GetAtt': readonly [id: string, name: string];
}

interface Policy {
  readonly PolicyDocument: { readonly Statement: readonly { readonly Action: string | readonly string[]; readonly Resource: unknown }[] };
}

/** Members that the tests take apart; each resource has those of its type. */
interface LookedAt {
  readonly FunctionName: Attribute;
  readonly EventSourceArn: Attribute;
  readonly FunctionResponseTypes: readonly string[];
  readonly BatchSize: number;
  readonly MaximumBatchingWindowInSeconds: number;
  readonly ScalingConfig: { readonly MaximumConcurrency: number };
  readonly Queues: readonly [{ readonly Ref: string }];
  readonly MessageRetentionPeriod: number;
  readonly VisibilityTimeout: number;
  readonly LoggingConfig?: { readonly LogGroup: unknown };
  readonly Policies?: readonly Policy[];
  readonly PolicyDocument: Policy['PolicyDocument'];
  readonly ResourcePolicy?: Policy;
}

/** All resources of both stacks of an assembly below dist, such as `cdk.out`. */
export const resourcesOf = (assembly: string): readonly Resource[] =>
  ['reg-state', 'reg-flow'].flatMap((stack) => {
    const file = fileURLToPath(new URL(`../../dist/${assembly}/${stack}.template.json`, import.meta.url));
    const { Resources } = JSON.parse(readFileSync(file, 'utf8')) as { readonly Resources: Readonly<Record<string, Omit<Resource, 'id'>>> };
    return Object.entries(Resources).map(([id, resource]) => ({ id, ...resource }));
  });

export interface Statement {
  readonly role: string;
  readonly actions: readonly string[];
  /** As text, as most are put together of parts. */
  readonly resources: readonly string[];
}

const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

/** What the roles may do, by roles' own policies and those put on them. */
export const statementsOf = (resources: readonly Resource[]): readonly Statement[] =>
  resources.flatMap(({ id, Type, Properties }) => {
    const policies: readonly Policy[] = Type === 'AWS::IAM::Role' ? (Properties.Policies ?? []) : Type === 'AWS::IAM::Policy' ? [Properties] : [];
    return policies.flatMap(({ PolicyDocument }) =>
      PolicyDocument.Statement.map(({ Action, Resource }) => ({ role: id, actions: listOf<string>(Action), resources: listOf<unknown>(Resource).map(textOf) })),
    );
  });

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const [[name, parts] = ['', '']] = Object.entries(value as Readonly<Record<string, unknown>>);
  if (name !== 'Fn::Join') return `<${JSON.stringify(parts)}>`;
  return (parts as readonly [string, readonly unknown[]])[1].map(textOf).join('');
};
