import type { ErrorObject } from 'ajv';
import { RegError } from '../errors.ts';

export type RequestPart = 'params' | 'query' | 'body';

/** As Ajv compiles a schema: fills in defaults, and reads numbers and booleans where they come as text. `errors` is what the last call found. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}

/** Checks one part of a request; null when it is right. */
export const checkPart = (part: RequestPart, validate: Validate, value: unknown): RegError | null =>
  validate(value) ? null : inputInvalid(part, validate.errors?.[0]);

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

/** Where an answer breaks its contract: the place as a JSON pointer (RFC 6901) and the rule. Never what is there. */
export interface AnswerFault {
  readonly pointer: string;
  readonly rule: string;
}

/** Null when the answer is right. */
export const faultOf = (validate: Validate, answer: unknown): AnswerFault | null => {
  if (validate(answer)) return null;
  const [error] = validate.errors ?? [];
  if (error === undefined) return { pointer: '', rule: 'unknown' };
  // Checks of answers leave out facts that nobody is told.
  const missingProperty: unknown = error.params?.missingProperty;
  const missing = typeof missingProperty === 'string' ? `/${missingProperty.replaceAll('~', '~0').replaceAll('/', '~1')}` : '';
  return { pointer: `${error.instancePath}${missing}`, rule: error.keyword };
};
