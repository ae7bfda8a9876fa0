import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { RegError } from '../../errors.ts';
import { parseJsonText } from '../json-text.ts';

/** AppSync knows these without a declaration; here they are declared as it treats them (AWS AppSync developer guide, "Scalar types in AWS AppSync"). */
export const awsScalars = ['AWSJSON', 'AWSDateTime'] as const;

/** On the wire a string that holds JSON, both ways; for the workers, plain data. */
const awsJson = {
  serialize: (value: unknown): string => JSON.stringify(value),
  parseValue: (value: unknown): unknown => {
    if (typeof value === 'string') return parseJsonText(value);
    throw new RegError('INPUT_INVALID', 'An AWSJSON value has to be a string that holds JSON.');
  },
};

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d(:\d\d)?)$/;

const dateTime = (value: unknown): string => {
  if (typeof value === 'string' && DATE_TIME.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new GraphQLError('AWSDateTime has to be an ISO 8601 instant with its offset.');
};

const fromLiteral =
  (parseValue: (value: unknown) => unknown) =>
  (node: ValueNode): unknown =>
    parseValue(node.kind === Kind.STRING ? node.value : null);

/** The types to put in the place of the schema's declarations. */
export const scalarTypes: Readonly<Record<(typeof awsScalars)[number], GraphQLScalarType>> = {
  AWSJSON: new GraphQLScalarType({ name: 'AWSJSON', ...awsJson, parseLiteral: fromLiteral(awsJson.parseValue) }),
  // Answers come from our own workers; checking their dates would cost two microseconds each.
  AWSDateTime: new GraphQLScalarType({ name: 'AWSDateTime', serialize: String, parseValue: dateTime, parseLiteral: fromLiteral(dateTime) }),
};
