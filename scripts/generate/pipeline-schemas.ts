import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Types and validators of the data pipeline's records. */
export const pipelineSchemas: GenerateStep = {
  name: 'pipeline schemas',
  files: async () => {
    const files = names.map(async (name) => {
      const schema = JSON.parse(readFileSync(join(root, `schemas/pipeline/${name}.schema.json`), 'utf8')) as object;
      return [await typesOf(name, schema), validatorOf(name, schema)];
    });
    return (await Promise.all(files)).flat();
  },
};
