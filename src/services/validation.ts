import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { TSchema } from 'typebox';
import { UTC_INSTANT } from '../domain/shape.ts';
import { RegError } from '../errors.ts';
import { jsonSchemaOf } from './json-schema.ts';

export type RequestPart = 'params' | 'query' | 'body';

/** Checks one part of a request; null when it is right. Fills in defaults, and reads numbers and booleans where they come as text. */
export type Check = (value: unknown) => RegError | null;

const compiler = (coerceTypes: boolean): Ajv =>
  new Ajv({ coerceTypes, useDefaults: true, allowUnionTypes: true, strict: true, formats: { 'date-time': UTC_INSTANT }, code: { optimize: 1 } });

/** Paths and queries come as text; a body says what it means. */
const compilers = { params: compiler(true), query: compiler(true), body: compiler(false) } as const satisfies Record<RequestPart, Ajv>;

/** Compiled at the first request, as a process serves dozens of operations and most commands use a few. */
export const createCheck = (part: RequestPart, schema: TSchema): Check => {
  let validate: ValidateFunction | undefined;
  return (value) => {
    validate ??= compilers[part].compile(jsonSchemaOf(schema));
    if (validate(value)) return null;
    const [error] = validate.errors ?? [];
    return inputInvalid(part, error);
  };
};

const PART_NAMES = { params: 'path', query: 'query', body: 'body' } as const satisfies Record<RequestPart, string>;

/** Ajv's messages name the rule and never the value. */
const inputInvalid = (part: RequestPart, error: ErrorObject | undefined): RegError => {
  const field = error === undefined ? '' : fieldOf(error);
  const place = field === '' ? `The ${PART_NAMES[part]}` : `${field} in the ${PART_NAMES[part]}`;
  const rule = error?.keyword ?? 'type';
  return new RegError('INPUT_INVALID', `${place} ${ruleText(error)}.`, { detail: { part: PART_NAMES[part], field, rule } });
};

const fieldOf = ({ instancePath, params }: ErrorObject): string => {
  const path = instancePath
    .slice(1)
    .split('/')
    .filter((step) => step !== '')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const name = params.missingProperty ?? params.additionalProperty;
  return [...path, ...(typeof name === 'string' ? [name] : [])].join('.');
};

const ruleText = (error: ErrorObject | undefined): string => {
  if (error === undefined) return 'is not valid';
  if (error.keyword === 'required') return 'is missing';
  if (error.keyword === 'additionalProperties') return 'is not known';
  if (error.keyword === 'format') return 'must be a UTC instant such as 2027-02-01T10:00:00.000Z';
  const allowed = error.keyword === 'enum' && Array.isArray(error.params.allowedValues) ? `: ${error.params.allowedValues.join(', ')}` : '';
  return `${error.message ?? 'is not valid'}${allowed}`;
};
