import type { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { Contract } from '../../src/services/contract.ts';
import type { JsonSchema } from '../../src/services/json-schema.ts';

const UCS2_LENGTH = 'require("ajv/dist/runtime/ucs2length").default';
/** Characters of a text as JSON Schema counts them. */
export const LENGTH_OF = 'const lengthOf = (text) => (/[\\ud800-\\udfff]/.test(text) ? [...text].length : text.length);\n';

/** Where a contract stands, from `src`. */
export const sourceOf = ({ service }: Contract): string => (service === 'operator' ? 'server/operator-contract.ts' : `services/${service}/contract.ts`);
export const bannerOf = (contract: Contract): string => `// Printed from src/${sourceOf(contract)} by \`npm run generate\`. Change that file instead.\n`;

/** A schema's check as text, by a compiler of its own, as one numbers what it prints: so a schema that changes changes no other's text. */
export const checkOf = (name: string, ajv: Ajv, schema: JsonSchema): string => {
  const code = standaloneCode.default(ajv, ajv.compile(schema)).replaceAll(UCS2_LENGTH, 'lengthOf');
  const [exported, validate] = /module\.exports = (\w+);\s*module\.exports\.default = \w+;/.exec(code) ?? [];
  if (exported === undefined || /\brequire\(/.test(code))
    throw new Error(`The check ${name} needs a part of Ajv at run time. Say the same with another keyword.`);
  return `export const ${name} = (() => {\n${code.replace('"use strict";', '').replace(exported, '').trim()}\nreturn ${validate};\n})();\n`;
};
