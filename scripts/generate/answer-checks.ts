import { operatorContract } from '../../src/server/operator-contract.ts';
import type { Contract, Operation } from '../../src/services/contract.ts';
import { contracts } from '../../src/services/contracts.ts';
import { answerSchemaOf, checkCompiler } from './compile-contract.ts';
import { bannerOf, checkOf, LENGTH_OF } from './printed-check.ts';
import type { GenerateStep } from './steps.ts';

const printed = (name: string, operation: Operation): string =>
  shortened(checkOf(name, checkCompiler('answer', { source: true, lines: true }), answerSchemaOf(operation)));

/** Of what is wrong with an answer the place and the rule are told, and nothing else: the rest would be two thirds of the text. */
const shortened = (code: string): string => {
  const short = code.replaceAll(/,schemaPath:"(?:[^"\\]|\\.)*"/g, '').replaceAll(/,params:\{(?!missingProperty)(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}/g, '');
  return short.replaceAll(/^const (schema\d+) = .*;\n/gm, (line, name: string) => (short.split(new RegExp(`\\b${name}\\b`)).length > 2 ? line : ''));
};

const textOf = (contract: Contract): string => {
  const checks = Object.entries(contract.operations).map(([name, operation]) => printed(name, operation));
  const text = checks.join('\n');
  return `// @ts-nocheck\n${bannerOf(contract)}${text.includes('lengthOf') ? LENGTH_OF : ''}${text}`;
};

/** What each operation answers, as functions: whoever serves it and whoever calls it hold an answer against the same one. */
export const answerChecks: GenerateStep = {
  name: 'checks of answers',
  files: () =>
    [...Object.values(contracts), operatorContract].map((contract) => ({ path: `src/generated/answer-checks/${contract.service}.ts`, text: textOf(contract) })),
};
