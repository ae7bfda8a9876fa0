import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';
import type { GeneratedFile, GenerateStep } from './steps.ts';

const root = join(import.meta.dirname, '../..');
const names = ['campaign', 'market', 'registration', 'event-mapping', 'registered-market'] as const;

const banner = (name: string): string => `// Printed from schemas/pipeline/${name}.schema.json by \`npm run generate\`. Change that file instead.\n`;

const typesOf = async (name: string, schema: object): Promise<GeneratedFile> => ({
  path: `src/generated/pipeline/${name}.ts`,
  text: await compile(structuredClone(schema), name, { bannerComment: banner(name), style: { singleQuote: true, printWidth: 160 } }),
});

/** Compiled ahead of time: making a validator from its schema takes a hundred times as long as loading it. */
const validatorOf = (name: string, schema: object): GeneratedFile => {
  const ajv = new Ajv2020({ code: { source: true, esm: true, lines: true }, allowUnionTypes: true, validateFormats: false, messages: false });
  const code = standaloneCode.default(ajv, ajv.compile(schema)).replace(/export default .*;\n?/, '');
  if (/\brequire\(/.test(code)) throw new Error(`The validator of ${name} needs a part of Ajv at run time. Say the same with another keyword.`);
  return { path: `src/generated/pipeline-validators/${name}.ts`, text: `// @ts-nocheck\n${banner(name)}${code.trimEnd()}\n` };
};

/**
 * A schema as registries are given it: in draft-07, which all of them understand, where Apicurio 3.0 can't compare
 * schemas of 2020-12. What is said differently there and is not mended here stops the generation.
 */
const registered = (name: string, schema: object): string => {
  const text = JSON.stringify({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });
  const rewritten = text.replaceAll('"$defs":', '"definitions":').replaceAll('"#/$defs/', '"#/definitions/');
  new Ajv({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(JSON.parse(rewritten) as object);
  const newer = /"(prefixItems|unevaluated\w+|dependent\w+|\$anchor|\$dynamic\w+|minContains|maxContains)":/.exec(rewritten);
  if (newer !== null) throw new Error(`The schema ${name} says ${newer[1]}, which draft-07 does not know. Say the same with another keyword.`);
  return rewritten;
};

const registrySchemas = (schemas: ReadonlyMap<string, object>): GeneratedFile => {
  const entries = [...schemas].map(([name, schema]) => `  ${name.toUpperCase().replaceAll('-', '_')}:\n    ${quoted(registered(name, schema))},\n`);
  const comment = '/** JSON Schemas of the records, by their type, as they are registered: texts, as registries find them by. */';
  return {
    path: 'src/generated/registry-schemas.ts',
    text: `// Printed from schemas/pipeline by \`npm run generate\`. Change those files instead.\n\n${comment}\nexport const registrySchemas = {\n${entries.join('')}} as const;\n`,
  };
};

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** Types and validators of the data pipeline's records, and their schemas for a registry. */
export const pipelineSchemas: GenerateStep = {
  name: 'pipeline schemas',
  files: async () => {
    const schemas = new Map(names.map((name) => [name, JSON.parse(readFileSync(join(root, `schemas/pipeline/${name}.schema.json`), 'utf8')) as object]));
    const files = [...schemas].map(async ([name, schema]) => [await typesOf(name, schema), validatorOf(name, schema)]);
    return [...(await Promise.all(files)).flat(), registrySchemas(schemas)];
  },
};
