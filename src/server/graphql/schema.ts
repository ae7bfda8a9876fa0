import { readFileSync } from 'node:fs';
import { buildASTSchema, type GraphQLFieldResolver, type GraphQLSchema, isScalarType, parse } from 'graphql';
import type { ResolverEvent, ResolverIdentity } from '../../middleware/lambda.ts';
import { resolvers, type WorkerName } from '../../topology.ts';
import { awsScalars, scalarTypes } from './scalars.ts';

/** Calls a worker's Lambda handler. */
export type InvokeWorker = (worker: WorkerName, event: ResolverEvent, correlationId: string) => Promise<unknown>;

/** What the fields of one request share. */
export interface FieldContext {
  readonly identity: ResolverIdentity | null;
  readonly correlationId: string;
}

type FieldResolver = GraphQLFieldResolver<unknown, FieldContext, Readonly<Record<string, unknown>>>;

const SCHEMA_FILE = new URL('../../../schemas/graphql/registration.graphql', import.meta.url);

/** The schema that AppSync takes, with its scalars declared and each root field answered by its pipeline of workers. */
export const createSchema = (invoke: InvokeWorker): GraphQLSchema => {
  const text = readFileSync(SCHEMA_FILE, 'utf8');
  const declarations = awsScalars.map((name) => `scalar ${name}`).join('\n');
  const schema = buildASTSchema(parse(`${text}\n${declarations}`, { noLocation: true }));
  for (const name of awsScalars) {
    const declared = schema.getType(name);
    if (isScalarType(declared)) {
      const { serialize, parseValue, parseLiteral } = scalarTypes[name];
      Object.assign(declared, { serialize, parseValue, parseLiteral });
    }
  }
  for (const [typeName, fields] of Object.entries(resolvers) as [ResolverEvent['info']['parentTypeName'], Readonly<Record<string, readonly WorkerName[]>>][]) {
    const declared = schema.getType(typeName);
    if (declared === undefined || !('getFields' in declared)) continue;
    for (const [fieldName, pipeline] of Object.entries(fields)) {
      const field = declared.getFields()[fieldName];
      if (field !== undefined && 'resolve' in field)
        field.resolve = pipelineResolver(invoke, typeName, fieldName, pipeline) as GraphQLFieldResolver<unknown, unknown>;
    }
  }
  return schema;
};

/** As AppSync runs a pipeline: each worker gets the same arguments and identity, and the answer of the one before. */
const pipelineResolver = (
  invoke: InvokeWorker,
  parentTypeName: ResolverEvent['info']['parentTypeName'],
  fieldName: string,
  pipeline: readonly WorkerName[],
): FieldResolver => {
  const info = { parentTypeName, fieldName };
  return async (_source, args, { identity, correlationId }) => {
    const request = { headers: { 'x-correlation-id': correlationId } };
    let prev: ResolverEvent['prev'] = null;
    for (const worker of pipeline) {
      const result = await invoke(worker, { arguments: args, identity, request, prev, info }, correlationId);
      prev = { result };
    }
    return prev?.result ?? null;
  };
};
