import { type Contract, type Operation, servicePath } from './contract.ts';
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts';

/** The OpenAPI 3.1 document of a contract. `basePath` is what comes before `/v1`. */
export const openApiOf = (contract: Contract, basePath: string = servicePath(contract)): JsonSchema => ({
  openapi: '3.1.0',
  info: {
    title: `${contract.service.charAt(0).toUpperCase()}${contract.service.slice(1)} Service`,
    version: '1.0.0',
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
      Problem: { description: 'What was wrong', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
    schemas: { Problem },
  },
});

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

const pathsOf = ({ operations }: Contract): JsonSchema => {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const [name, operation] of Object.entries(operations)) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][operation.method.toLowerCase()] = operationOf(name, operation);
  }
  return paths;
};

const operationOf = (operationId: string, { summary, scope, params, query, body, answer }: Operation): JsonSchema => {
  const parameters = [
    ...(params === undefined ? [] : parametersOf('path', jsonSchemaOf(params))),
    ...(query === undefined ? [] : parametersOf('query', jsonSchemaOf(query))),
  ];
  return {
    operationId,
    summary,
    security: scope === 'operator' ? [{ operator: [] }] : [{ app: [scope] }, { operator: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: jsonSchemaOf(body) } } } }),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: jsonSchemaOf(answer) } } },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
};

const parametersOf = (place: 'path' | 'query', { properties, required }: JsonSchema): readonly JsonSchema[] =>
  Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    ...(place === 'path' || (Array.isArray(required) && required.includes(name)) ? { required: true } : {}),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
