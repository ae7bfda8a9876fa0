import { protocolErrorsCodesById, ResponseError, TimeoutError } from '@platformatic/kafka';
import { RegError } from '../../errors.ts';

/** Names of Kafka's protocol guide, "Error Codes", that say: ask for the leaders again. */
const MOVED: readonly string[] = [
  'UNKNOWN_TOPIC_OR_PARTITION',
  'LEADER_NOT_AVAILABLE',
  'NOT_LEADER_OR_FOLLOWER',
  'FENCED_LEADER_EPOCH',
  'UNKNOWN_LEADER_EPOCH',
];
const TOO_LARGE: readonly string[] = ['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE'];

export const errorName = (code: number): string => (protocolErrorsCodesById as Readonly<Record<number, string>>)[code] ?? `error ${code}`;
export const isMoved = (name: string): boolean => MOVED.includes(name);
export const isTooLarge = (name: string): boolean => TOO_LARGE.includes(name);

/** The whole answer where Kafka answered, and only parts of it are errors: the library rejects for one of them. */
export const answerIn = <Answer>(error: unknown): Answer => {
  if (error instanceof ResponseError) return (error as unknown as { readonly response: Answer }).response;
  throw error;
};

/** Whether trying again at once is of use: not where waiting was in vain. */
export const isQuick = (error: unknown): boolean => errorsIn(error).every((part) => !(part instanceof TimeoutError));

/** Whether a broker said that it does not lead what it was asked for: a leader is chosen anew within a moment. */
export const hasMoved = (error: unknown): boolean => errorsIn(error).some((part) => 'apiId' in part && isMoved(String(part.apiId)));

/** How long to wait before a leader is asked for again, by how often it was; null: often enough. All in all 3 s. */
export const movedWaitMs = (tries: number): number | null => (tries < 5 ? 100 * 2 ** tries : null);

/** What is known of a failure, from its outermost words to its cause, in one line. */
export const reasonOf = (error: unknown): string => {
  const texts = errorsIn(error).map((part) => {
    const code = 'code' in part && typeof part.code === 'string' && !part.code.startsWith('PLT_KFK_') ? part.code : null;
    return code ?? part.message.replace(/\.$/, '');
  });
  return [...new Set(texts)].join(': ') || 'unknown error';
};

/** Why Kafka does not answer, in the product's words: with what the broker said of our certificate, and what is wrong with it. */
export const silence = (error: unknown, refusal: string | null, complaint: string | null): RegError => {
  if (error instanceof RegError) return error;
  const words = [refusal === null ? reasonOf(error) : `the broker refused the certificate (${refusal})`, ...(complaint === null ? [] : [complaint])];
  return new RegError('SERVICE_UNAVAILABLE', `Kafka does not answer: ${words.join('; ')}.`, { cause: error });
};

/** The word of OpenSSL for what the other side complained of; null for anything else. */
export const refusalIn = (error: unknown): string | null => {
  const code = errorsIn(error)
    .map((part) => ('code' in part ? String(part.code) : ''))
    .find((text) => text.startsWith('ERR_SSL_'));
  return code ?? null;
};

const errorsIn = (error: unknown): readonly Error[] => {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors : [];
  return [error, ...inner.flatMap(errorsIn), ...errorsIn(error.cause)];
};
