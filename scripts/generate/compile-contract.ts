import { Ajv, type Options } from 'ajv';
import fastJsonStringify from 'fast-json-stringify';
import { UTC_INSTANT } from '../../src/domain/shape.ts';
import type { Contract, Operation } from '../../src/services/contract.ts';
import { takesKey } from '../../src/services/idempotency-key.ts';
import { type JsonSchema, jsonSchemaOf } from '../../src/services/json-schema.ts';
import { openApiOf } from '../../src/services/openapi.ts';
import type { ServedContract, ServedOperation } from '../../src/services/served-contract.ts';
import type { RequestPart, Validate } from '../../src/services/validation.ts';

/** Paths and queries come as text; a body says what it means. What is wrong with an answer is told without words, and nothing is put into it. */
export const checkCompiler = (part: RequestPart | 'answer', code: Options['code'] = {}): Ajv =>
  new Ajv({
    coerceTypes: part === 'params' || part === 'query',
    useDefaults: part !== 'answer',
    messages: part !== 'answer',
    allowUnionTypes: true,
    strict: true,
    formats: { 'date-time': UTC_INSTANT },
    code: { optimize: 1, ...code },
  });

/** What an answer is held against, by whoever serves it and whoever calls it: members that are not named may be there and mean nothing. */
export const answerSchemaOf = ({ answer }: Pick<Operation, 'answer'>): JsonSchema =>
  JSON.parse(JSON.stringify(jsonSchemaOf(answer)), (key, value) => (key === 'additionalProperties' && value === false ? undefined : value)) as JsonSchema;

const compilers = { params: checkCompiler('params'), query: checkCompiler('query'), body: checkCompiler('body'), answer: checkCompiler('answer') };

/** What is printed to `src/generated/served` of a contract, made at run time: for contracts that tests make up. */
export const compileContract = <C extends Contract>(contract: C): ServedContract<C> => ({
  service: contract.service,
  operations: Object.fromEntries(Object.entries(contract.operations).map(([name, operation]) => [name, compileOperation(operation)])),
  document: JSON.stringify(openApiOf(contract)),
});

const compileOperation = ({ method, path, scope, personal, bodyLimit, params, query, body, answer }: Operation): ServedOperation => ({
  method,
  path,
  scope,
  ...(personal === undefined ? {} : { personal }),
  ...(bodyLimit === undefined ? {} : { bodyLimit }),
  ...compiled('params', params),
  ...compiled('query', query),
  ...compiled('body', body),
  ...(body !== undefined && takesKey(jsonSchemaOf(body)) ? { takesKey: true as const } : {}),
  checkAnswer: compilers.answer.compile(answerSchemaOf({ answer })),
  serialise: fastJsonStringify(jsonSchemaOf(answer)) as (answer: unknown) => string,
});

const compiled = (part: RequestPart, schema: Operation['body']): Partial<Record<RequestPart, Validate>> =>
  schema === undefined ? {} : { [part]: compilers[part].compile(jsonSchemaOf(schema)) };
