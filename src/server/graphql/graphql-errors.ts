import { GraphQLError } from 'graphql';
import { RegError } from '../../errors.ts';

/**
 * What GraphQL's own checks found, as one refusal: the first finding with its place. GraphQL quotes values and
 * the names it knows in its messages; values are personal data and names are kept from the public, so both go.
 */
export const graphQLRefusal = (errors: readonly unknown[]): RegError => {
  const [first] = errors;
  const found = errors.find(isOurs);
  if (found !== undefined) return found.originalError;
  if (!(first instanceof GraphQLError)) return new RegError('INTERNAL', 'The query could not be made ready.', { cause: first });
  const [location] = first.locations ?? [];
  const place = location === undefined ? '' : ` (line ${location.line}, column ${location.column})`;
  return new RegError('INPUT_INVALID', `${withoutValues(first.message)}${place}`, location === undefined ? {} : { detail: { ...location } });
};

/** A refusal of ours that GraphQL has wrapped: a scalar's, or a worker's. */
export const isOurs = (error: unknown): error is { readonly originalError: RegError } =>
  error instanceof GraphQLError && error.originalError instanceof RegError;

const withoutValues = (message: string): string => {
  if (message.startsWith('Syntax Error'))
    return message.startsWith('Syntax Error: Document contains more that') ? 'The query has too many parts.' : 'The query is not GraphQL.';
  // graphql-jit calls a field of an input object a variable too.
  const [, name] = /^Variable "\$(\w+)" got invalid value /.exec(message) ?? [];
  if (name !== undefined) return `"${name}" is not what its type asks for.${expectation(message)}`;
  return message
    .replace(/, found .*$/s, '.')
    .replace(/ cannot represent .*$/s, ' has a value that is not of its type.')
    .replace(/ Did you mean .*$/s, '');
};

/** Our schema's own words at the end of the message: which field or type, never the value. */
const expectation = (message: string): string => {
  const found =
    /; (?:(Field "?[\w.]{1,200}"? (?:of required type [\w[\]!]+ was not provided|is not defined by type \w+)\.)|(Expected (?:type \w+(?: to be an object)?\.|non-nullable type [\w[\]!]+ not to be null at [\w.]+\.)))$/.exec(
      message,
    );
  return found === null ? '' : ` ${found[1] ?? found[2] ?? ''}`;
};
