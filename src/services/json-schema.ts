import type { TSchema } from 'typebox';

/** A schema as plain JSON Schema: what crosses the wire, in the OpenAPI document and in the compilers. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The same schema in the shortest form that means it: texts to choose from become an `enum`, "or null" becomes a
 * second `type`, a record of one kind of value becomes `additionalProperties`. Validators give one clear error for
 * these instead of one a branch, and serialisers need not try the branches one by one.
 */
export const jsonSchemaOf = (schema: TSchema): JsonSchema => simplify(schema) as JsonSchema;

const simplify = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(simplify);
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) copy[key] = simplify(part);
  return withoutCatchAllPattern(withoutAnyOf(copy));
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const withoutAnyOf = (schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { anyOf, ...rest } = schema;
  if (!Array.isArray(anyOf) || !anyOf.every(isObject)) return schema;
  if (anyOf.every(({ type, const: value }) => type === 'string' && typeof value === 'string')) {
    return { ...rest, type: 'string', enum: anyOf.map(({ const: value }) => value) };
  }
  const [other, ...more] = anyOf.filter(({ type }) => type !== 'null');
  if (other === undefined || more.length > 0 || anyOf.length !== 2 || typeof other.type !== 'string') return schema;
  const { enum: choices, ...facts } = other;
  return { ...rest, ...facts, type: [other.type, 'null'], ...(Array.isArray(choices) ? { enum: [...choices, null] } : {}) };
};

/** What `Type.Record(Type.String(), …)` becomes; as a pattern it would miss keys with a line break. */
const CATCH_ALL = '^.*$';

const withoutCatchAllPattern = (schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { patternProperties, ...rest } = schema;
  if (!isObject(patternProperties) || !(CATCH_ALL in patternProperties) || Object.keys(patternProperties).length !== 1) return schema;
  return { ...rest, additionalProperties: patternProperties[CATCH_ALL] };
};
