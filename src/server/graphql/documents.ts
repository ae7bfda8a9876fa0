import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { RegError } from '../../errors.ts';
import { checkDocument, MAX_QUERY_LENGTH, MAX_TOKENS } from './document-limits.ts';
import { graphQLRefusal } from './graphql-errors.ts';

/** A query made ready once: parsed, checked, compiled. */
export interface CompiledDocument {
  readonly run: CompiledQuery['query'];
  /** Whether some field of it is only for callers who say who they are. */
  readonly needsCaller: boolean;
  /** What it asks for, as spans and metrics name it: its one root field, or `several`. */
  readonly operation: string;
}

export interface Documents {
  /** The document of this text, if it was compiled before. */
  known(query: string, operationName: string | undefined): CompiledDocument | undefined;
  /** Makes it ready. Throws `INPUT_INVALID` that says what is wrong and where, and quotes no value. */
  compile(query: string, operationName: string | undefined): CompiledDocument;
}

const MAX_DOCUMENTS = 500;
/** Errors are reported up to this many; finding more costs time and helps nobody. */
const MAX_ERRORS = 5;

/** Fields that anybody may ask for. */
const PUBLIC_FIELDS: ReadonlySet<string> = new Set(['campaign', '__schema', '__type', '__typename']);

/** Compiled queries by their text, those that were not used for longest forgotten first. */
export const createDocuments = (schema: GraphQLSchema, options: { readonly introspection: boolean }): Documents => {
  const compiled = new Map<string, CompiledDocument>();
  const rules = options.introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const keyOf = (query: string, operationName: string | undefined): string => (operationName === undefined ? query : `${operationName}\n${query}`);

  const prepare = (query: string, operationName: string | undefined): CompiledDocument => {
    const document = parseQuery(query);
    checkDocument(document);
    const errors = validate(schema, document, rules, { maxErrors: MAX_ERRORS });
    if (errors.length > 0) throw graphQLRefusal(errors);
    const operation = getOperationAST(document, operationName);
    if (operation === null || operation === undefined)
      throw new RegError('INPUT_INVALID', 'The query has no operation of that name, or several and no operationName says which.');
    const result = compileQuery(schema, document, operationName, { disablingCapturingStackErrors: true });
    if (!isCompiledQuery(result)) throw graphQLRefusal((result.errors ?? []) as readonly GraphQLError[]);
    const fields = rootFieldNames(document);
    const [field = 'several', ...others] = new Set(fields);
    return { run: result.query, needsCaller: !fields.every((name) => PUBLIC_FIELDS.has(name)), operation: others.length === 0 ? field : 'several' };
  };

  return {
    known: (query, operationName) => {
      const key = keyOf(query, operationName);
      const found = compiled.get(key);
      // Moving it to the end at each use would cost more than it brings while there is room.
      if (found !== undefined && compiled.size > MAX_DOCUMENTS / 2) {
        compiled.delete(key);
        compiled.set(key, found);
      }
      return found;
    },
    compile: (query, operationName) => {
      const made = prepare(query, operationName);
      const [oldest] = compiled.size >= MAX_DOCUMENTS ? compiled.keys() : [];
      if (oldest !== undefined) compiled.delete(oldest);
      compiled.set(keyOf(query, operationName), made);
      return made;
    },
  };
};

const parseQuery = (query: string): DocumentNode => {
  if (query.length > MAX_QUERY_LENGTH)
    throw new RegError('INPUT_INVALID', `The query is longer than ${MAX_QUERY_LENGTH} characters: put values into variables.`);
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    throw graphQLRefusal([error]);
  }
};

/** Of every operation and fragment on a root type: a document that could ask for more than `campaign` needs a token. */
const rootFieldNames = ({ definitions }: DocumentNode): readonly string[] =>
  definitions.flatMap((node) => {
    const isRoot =
      node.kind === Kind.OPERATION_DEFINITION || (node.kind === Kind.FRAGMENT_DEFINITION && /^(Query|Mutation)$/.test(node.typeCondition.name.value));
    return isRoot ? fieldNames(node.selectionSet.selections) : [];
  });

const fieldNames = (
  selections: Extract<DocumentNode['definitions'][number], { kind: Kind.OPERATION_DEFINITION }>['selectionSet']['selections'],
): readonly string[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldNames(selection.selectionSet.selections) : [];
  });
