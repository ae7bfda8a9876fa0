import { type Contract, type Operation, servicePath } from './contract.ts';
import { takesKey, withKeyAnywhere } from './idempotency-key.ts';
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts';

/** The OpenAPI 3.1 document of a contract. `basePath` is what comes before `/v1`. */
export const openApiOf = (contract: Contract, basePath: string = servicePath(contract)): JsonSchema => ({
  openapi: '3.1.0',
  info: {
    title: `${pascal(contract.service)} Service`,
    version: '1.0.0',
    description: [ABOUT[contract.service], COMMON].join('\n\n'),
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: `${basePath}/v1` }],
  paths: pathsOf(contract),
  components: {
    securitySchemes: {
      app: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description: `Of an app, for the audience ${audienceOf(contract)}; each operation names the scope`,
      },
      operator: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Of an operator, who may call everything' },
    },
    responses: {
      Problem: {
        description: 'What was wrong',
        headers: { 'retry-after': { description: 'Seconds after which trying again may help', schema: { type: 'integer' } } },
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    schemas: { ...bodiesOf(contract), Problem },
  },
});

const ABOUT: Readonly<Record<Contract['service'], string>> = {
  campaign: 'Campaigns with their markets, draws, selections and promotions.',
  entry: 'Replicas of the entries of all campaigns, their counts and invite lists.',
  user: 'What fans said of themselves, and the mails that are due to them.',
  code: 'Access codes of markets: imported or made, reserved, held by fans, redeemed, revoked.',
  export: 'What became of a campaign.',
  operator: 'The running flow: what waits, what failed, what was published.',
};

const COMMON = [
  'Times are UTC instants (`2027-02-01T10:00:00.000Z`). Members that are not named here may be there and mean nothing.',
  "A list that may be long is a page at a time: ask again with the answer's `next` as `after`, until it is null.",
  'A call without an answer may be sent again: each operation says why that does no harm. Those that make something anew each time take a key under which it is made once, as `idempotencyKey` in the body or as the header `Idempotency-Key`; the same key with another request is `STATE_INVALID`. Elsewhere that header means nothing.',
  'An answer that is none of the 2xx is a problem (RFC 9457) whose `code` is listed in docs/errors.md.',
  'Send `x-correlation-id` to find a request in the logs; the answer carries it, or one that was made.',
].join('\n\n');

const audienceOf = ({ service }: Contract): string => (service === 'operator' ? 'reg-workers' : `service:${service}`);

const Problem: JsonSchema = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'detail', 'code', 'context'],
  properties: {
    type: { type: 'string', description: 'urn:reg-workers:<code>' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'what was wrong, where, and what to do' },
    code: { type: 'string', description: 'listed in docs/errors.md' },
    context: { type: 'object', description: 'facts for programs; of a refused request: part, field and rule' },
  },
};

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Bodies and answers by names that stay, as generators of clients name their types by them. */
const bodiesOf = ({ operations }: Contract): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(
    Object.entries(operations).flatMap(([name, { body, answer }]) => [
      ...(body === undefined ? [] : [[`${pascal(name)}Request`, withKeyAnywhere(jsonSchemaOf(body))]]),
      [`${pascal(name)}Answer`, jsonSchemaOf(answer)],
    ]),
  );

const jsonOf = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });

const pathsOf = ({ operations }: Contract): JsonSchema => {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const [name, operation] of Object.entries(operations)) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][operation.method.toLowerCase()] = operationOf(name, operation);
  }
  return paths;
};

const operationOf = (operationId: string, { method, summary, again, scope, params, query, body }: Operation): JsonSchema => {
  const parameters = [
    ...(params === undefined ? [] : parametersOf('path', jsonSchemaOf(params))),
    ...(query === undefined ? [] : parametersOf('query', jsonSchemaOf(query))),
    ...(body !== undefined && takesKey(jsonSchemaOf(body)) ? [KEY_PARAMETER] : []),
  ];
  return {
    operationId,
    summary,
    description: `${scope === 'operator' ? 'For operators.' : `Asks for the scope \`${scope}\`.`} Sent again: ${again ?? AGAIN[method]}.`,
    security: scope === 'operator' ? [{ operator: [] }] : [{ app: [scope] }, { operator: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined ? {} : { requestBody: { required: true, content: jsonOf(`${pascal(operationId)}Request`) } }),
    responses: {
      200: { description: 'Done', content: jsonOf(`${pascal(operationId)}Answer`) },
      ...Object.fromEntries(['400', '401', '403', 'default'].map((status) => [status, { $ref: '#/components/responses/Problem' }])),
    },
  };
};

const KEY_PARAMETER: JsonSchema = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'idempotencyKey, in double quotes, where the body has none; one of the two is needed',
  schema: { type: 'string', maxLength: 400 },
};

/** RFC 9110, 9.2.2. A POST says it of itself. */
const AGAIN = {
  GET: 'it changes nothing',
  PUT: 'the same stands',
  DELETE: 'it stays away',
  POST: 'not known',
} as const satisfies Record<Operation['method'], string>;

const parametersOf = (place: 'path' | 'query', { properties, required }: JsonSchema): readonly JsonSchema[] =>
  Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    ...(place === 'path' || (Array.isArray(required) && required.includes(name)) ? { required: true } : {}),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
