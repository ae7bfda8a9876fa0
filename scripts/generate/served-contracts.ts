import fastJsonStringify, { type Options } from 'fast-json-stringify';
import { operatorContract } from '../../src/server/operator-contract.ts';
import type { Contract, Operation } from '../../src/services/contract.ts';
import { contracts } from '../../src/services/contracts.ts';
import { takesKey } from '../../src/services/idempotency-key.ts';
import { jsonSchemaOf } from '../../src/services/json-schema.ts';
import { openApiOf } from '../../src/services/openapi.ts';
import type { RequestPart } from '../../src/services/validation.ts';
import { checkCompiler } from './compile-contract.ts';
import { bannerOf, checkOf, LENGTH_OF, sourceOf } from './printed-check.ts';
import type { GeneratedFile, GenerateStep } from './steps.ts';

const PARTS = ['params', 'query', 'body'] as const;
const nameOf = (operation: string, part: RequestPart): string => `${operation}_${part}`;

/** The checks of all parts that are compiled alike, in one file; null where there are none. */
const checksOf = (contract: Contract, parts: readonly RequestPart[]): string | null => {
  const checks = Object.entries(contract.operations).flatMap(([operation, row]) =>
    parts.flatMap((part) => {
      const schema = row[part];
      return schema === undefined ? [] : [checkOf(nameOf(operation, part), checkCompiler(part, { source: true, lines: true }), jsonSchemaOf(schema))];
    }),
  );
  if (checks.length === 0) return null;
  const text = checks.join('\n');
  return `// @ts-nocheck\n${bannerOf(contract)}${text.includes('lengthOf') ? LENGTH_OF : ''}${text}`;
};

/** The function that a schema of answers compiles to, as text. */
const serialiserOf = (contract: Contract, name: string, { answer }: Operation): string => {
  const code = String(fastJsonStringify(jsonSchemaOf(answer), { mode: 'standalone' } satisfies Options as never));
  const [, made] = /module\.exports = ([\s\S]*)\(validator, serializer\)\s*$/.exec(code) ?? [];
  if (made === undefined || !code.includes('const validator = null'))
    throw new Error(`The answer of ${contract.service}.${name} needs a validator at run time. Say the same without a union.`);
  return `(${made.trim()})(null, serialiser)`;
};

const serialisersOf = (contract: Contract): string => {
  const rows = Object.entries(contract.operations).map(([name, operation]) => `export const ${name} = ${serialiserOf(contract, name, operation)};\n`);
  return `// @ts-nocheck
${bannerOf(contract)}import Serialiser from 'fast-json-stringify/lib/serializer.js';

const serialiser = new Serialiser({});
${rows.join('\n')}`;
};

const rowOf = (name: string, operation: Operation): string => {
  const { method, path, scope, personal, bodyLimit } = operation;
  const facts = JSON.stringify({
    method,
    path,
    scope,
    ...(personal === undefined ? {} : { personal }),
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    ...(operation.body !== undefined && takesKey(jsonSchemaOf(operation.body)) ? { takesKey: true } : {}),
  }).slice(1, -1);
  const checks = PARTS.flatMap((part) => (operation[part] === undefined ? [] : [`${part}: ${part === 'body' ? 'body' : 'text'}.${nameOf(name, part)}`]));
  return `    ${name}: { ${[facts, ...checks, `checkAnswer: answer.${name}`, `serialise: serialise.${name}`].join(', ')} },\n`;
};

const filesOf = (contract: Contract): readonly GeneratedFile[] => {
  const { service, operations } = contract;
  const folder = 'src/generated/served';
  const text = checksOf(contract, ['params', 'query']);
  const body = checksOf(contract, ['body']);
  const file = `// @ts-nocheck
${bannerOf(contract)}import type { ${service}Contract } from '../../${sourceOf(contract)}';
import type { ServedContract } from '../../services/served-contract.ts';
import * as answer from '../answer-checks/${service}.ts';
${body === null ? '' : `import * as body from './${service}-body.ts';\n`}import * as serialise from './${service}-answers.ts';
${text === null ? '' : `import * as text from './${service}-text.ts';\n`}
export const ${service}Served: ServedContract<typeof ${service}Contract> = {
  service: '${service}',
  operations: {
${Object.entries(operations)
  .map(([name, operation]) => rowOf(name, operation))
  .join('')}  },
  document: ${JSON.stringify(JSON.stringify(openApiOf(contract)))},
};
`;
  return [
    { path: `${folder}/${service}.ts`, text: file },
    { path: `${folder}/${service}-answers.ts`, text: serialisersOf(contract) },
    ...(text === null ? [] : [{ path: `${folder}/${service}-text.ts`, text }]),
    ...(body === null ? [] : [{ path: `${folder}/${service}-body.ts`, text: body }]),
  ];
};

/** Contracts with their schemas compiled: what services are served from. */
export const servedContracts: GenerateStep = {
  name: 'served contracts',
  files: () => [...Object.values(contracts), operatorContract].flatMap(filesOf),
};
