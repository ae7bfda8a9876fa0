import { type ItemKey, toItem } from './dynamodb-item.ts';

/** A condition in DynamoDB's language, with names as `#name` and values as `:name`. */
export interface Condition {
  readonly where: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface Change {
  readonly key: ItemKey;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
  readonly add?: Readonly<Record<string, number>>;
  readonly if?: Condition;
}

/** The names and values of expressions; DynamoDB refuses an empty map of either. */
const placeholders = (expression: string, values: Readonly<Record<string, unknown>>) => {
  const names = Object.fromEntries([...expression.matchAll(/#(\w+)/g)].map(([placeholder, name = '']) => [placeholder, name]));
  return {
    ...(Object.keys(names).length === 0 ? {} : { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: toItem(values) }),
  };
};

const prefixed = (prefix: string, values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value]));

/** A condition as part of a request. */
export const conditionOf = ({ where, values = {} }: Condition) => ({ ConditionExpression: where, ...placeholders(where, prefixed(':', values)) });

/** The parts of a query: which keys, which of them (`filter`), which attributes. */
export const queryOf = (keys: Condition, filter?: Condition, attributes: readonly string[] = []) => {
  const projection = attributes.map((name) => `#${name}`).join(', ');
  return {
    KeyConditionExpression: keys.where,
    ...(filter === undefined ? {} : { FilterExpression: filter.where }),
    ...(projection === '' ? {} : { ProjectionExpression: projection }),
    ...placeholders(`${keys.where} ${filter?.where ?? ''} ${projection}`, { ...prefixed(':', keys.values ?? {}), ...prefixed(':', filter?.values ?? {}) }),
  };
};

/** An update as part of a request; a name may be a reserved word. */
export const updateOf = (tableName: string, { key, set = {}, remove = [], add = {}, if: condition }: Change) => {
  const sets = Object.entries(set).filter(([, value]) => value !== undefined);
  const expression = [
    sets.length === 0 ? '' : `SET ${sets.map(([name]) => `#${name} = :set_${name}`).join(', ')}`,
    remove.length === 0 ? '' : `REMOVE ${remove.map((name) => `#${name}`).join(', ')}`,
    Object.keys(add).length === 0
      ? ''
      : `ADD ${Object.keys(add)
          .map((name) => `#${name} :add_${name}`)
          .join(', ')}`,
  ]
    .filter((clause) => clause !== '')
    .join(' ');
  return {
    TableName: tableName,
    Key: toItem(key),
    UpdateExpression: expression,
    ...(condition === undefined ? {} : { ConditionExpression: condition.where }),
    ...placeholders(`${expression} ${condition?.where ?? ''}`, {
      ...prefixed(':set_', Object.fromEntries(sets)),
      ...prefixed(':add_', add),
      ...prefixed(':', condition?.values ?? {}),
    }),
  };
};
