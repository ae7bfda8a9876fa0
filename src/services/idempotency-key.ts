import { RegError } from '../errors.ts';
import type { JsonSchema } from './json-schema.ts';

/** The member of a body under which a call is done once, however often it is sent. */
const MEMBER = 'idempotencyKey';
/** The same as a header (draft-ietf-httpapi-idempotency-key-header). */
export const KEY_HEADER = 'idempotency-key';

/** Whether what a body's schema describes has a key. */
export const takesKey = ({ properties }: JsonSchema): boolean => typeof properties === 'object' && properties !== null && MEMBER in properties;

/** The schema of a body whose key may be in the header. */
export const withKeyAnywhere = (schema: JsonSchema): JsonSchema =>
  takesKey(schema) && Array.isArray(schema.required) ? { ...schema, required: schema.required.filter((name) => name !== MEMBER) } : schema;

/** The body with the key of the header, where it has none of its own. Throws `INPUT_INVALID` for a header that cannot be read, and for two keys. */
export const withKeyOf = (header: string | readonly string[] | undefined, body: unknown): unknown => {
  if (header === undefined || typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const key = readKey(header);
  const own: unknown = Object.hasOwn(body, MEMBER) ? (body as Readonly<Record<string, unknown>>)[MEMBER] : key;
  if (own !== key) throw invalid('differs from idempotencyKey in the body: send one of them', 'same');
  return { ...body, [MEMBER]: key };
};

/** A text in double quotes (RFC 8941, 3.3.3), as the draft has it, or without them, as many clients send it. */
const readKey = (header: string | readonly string[]): string => {
  const text = typeof header === 'string' ? header.trim() : '';
  const [, quoted] = /^"((?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/.exec(text) ?? [];
  if (quoted !== undefined) return quoted.replaceAll(/\\(.)/g, '$1');
  if (/^[\x21\x23-\x7e]+$/.test(text)) return text;
  throw invalid('has to be one text in double quotes', 'format');
};

const invalid = (problem: string, rule: string): RegError =>
  new RegError('INPUT_INVALID', `The header idempotency-key ${problem}.`, { detail: { part: 'header', field: KEY_HEADER, rule } });
