import type { JsonSchema } from './json-schema.ts';

/** One member of a body, an answer or a query, as a line of a table. */
export interface DocsRow {
  /** Where it is: `codes[].marketId`; `{…}` stands for any key. Empty for the whole. */
  readonly place: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
}

/** All members of a schema, parents before their members. */
export const rowsOf = (schema: JsonSchema, place = '', isRequired = true): readonly DocsRow[] => {
  const own = { place, type: typeOf(schema), isRequired, description: textOf(schema.description) };
  const members = membersOf(schema).flatMap(([name, member, needed]) => rowsOf(member, joined(place, name), needed));
  return place === '' && members.length > 0 ? members : [own, ...members];
};

const joined = (place: string, name: string): string => (place === '' || name === '[]' ? `${place}${name}` : `${place}.${name}`);

const membersOf = ({ properties, required, items, additionalProperties, anyOf }: JsonSchema): readonly (readonly [string, JsonSchema, boolean])[] => {
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const named = Object.entries(isSchema(properties) ? properties : {}).flatMap(([name, member]) =>
    isSchema(member) ? [[name, member, needed.includes(name)] as const] : [],
  );
  const branches = Array.isArray(anyOf) ? anyOf.filter(isSchema).flatMap(membersOf) : [];
  return [
    ...named,
    ...branches,
    ...(isSchema(items) && (typeIn(items).includes('object') || typeIn(items).includes('array')) ? [['[]', items, true] as const] : []),
    ...(isSchema(additionalProperties) && Object.keys(additionalProperties).length > 0 ? [['{…}', additionalProperties, false] as const] : []),
  ];
};

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const typeIn = ({ type }: JsonSchema): readonly string[] => (Array.isArray(type) ? type.map(String) : [textOf(type)]);

const typeOf = (schema: JsonSchema): string => {
  const { items, default: standard } = schema;
  const choices = Array.isArray(schema.enum) ? schema.enum.filter((one) => one !== null) : null;
  const plain = typeIn(schema).filter((type) => type !== 'null' && type !== '');
  const name =
    choices !== null
      ? choices.join(' | ')
      : plain.map((type) => (type === 'array' && isSchema(items) ? `list of ${typeOf(items)}` : type)).join(' or ') || 'any';
  const orNull = typeIn(schema).includes('null') ? ' or null' : '';
  const rules = [
    rangeOf(schema),
    schema.format === 'date-time' ? 'UTC instant' : '',
    textOf(schema.pattern),
    standard === undefined ? '' : `default ${standard}`,
  ];
  return [`${name}${orNull}`, ...rules.filter((rule) => rule !== '')].join(', ');
};

/** How long, how much or how many. */
const rangeOf = (schema: JsonSchema): string => {
  for (const [low, high, unit] of [
    ['minLength', 'maxLength', ' characters'],
    ['minimum', 'maximum', ''],
    ['minItems', 'maxItems', ' of them'],
  ] as const) {
    const { [low]: from, [high]: to } = schema;
    if (from !== undefined && to !== undefined) return `${from} to ${to}${unit}`;
    if (from !== undefined) return `at least ${from}${unit}`;
    if (to !== undefined) return `at most ${to}${unit}`;
  }
  return '';
};
