import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A synthesised resource, as far as the tests look into it. */
export interface Resource {
  readonly id: string;
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is JSON of a hundred shapes.
  readonly Properties: any;
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
    const policies = Type === 'AWS::IAM::Role' ? (Properties.Policies ?? []) : Type === 'AWS::IAM::Policy' ? [Properties] : [];
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    return policies.flatMap(({ PolicyDocument }: any) =>
      // biome-ignore lint/suspicious/noExplicitAny: as above.
      PolicyDocument.Statement.map((statement: any) => ({
        role: id,
        actions: listOf<string>(statement.Action),
        resources: listOf<unknown>(statement.Resource).map((resource) => (typeof resource === 'string' ? resource : textOf(resource))),
      })),
    );
  });

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const [[name, parts] = ['', '']] = Object.entries(value as Readonly<Record<string, unknown>>);
  if (name !== 'Fn::Join') return `<${JSON.stringify(parts)}>`;
  return (parts as readonly [string, readonly unknown[]])[1].map(textOf).join('');
};
