import { RegError } from '../../errors.ts';
import type { Handler } from '../../middleware/lambda.ts';

/**
 * Throws on what a handler throws under the name of its code: Lambda tells callers an error's `name` as `errorType`, and
 * Step Functions' retries go by it. What is none of ours becomes INTERNAL without its words, which Lambda would log and
 * which may quote anything.
 */
export const namingErrors =
  (handler: Handler): Handler =>
  async (event, context) => {
    try {
      return await handler(event, context);
    } catch (error) {
      throw named(error);
    }
  };

/** Callers of Lambda see nothing of an error but its name and its message. */
export const named = (thrown: unknown): Error => {
  const isOurs = thrown instanceof RegError;
  const error = new Error(isOurs ? thrown.message : `An unexpected ${thrown instanceof Error ? thrown.name : 'error'}.`);
  error.name = isOurs ? thrown.code : 'INTERNAL';
  error.stack = [`${error.name}: ${error.message}`, ...framesOf(thrown)].join('\n');
  return error;
};

const framesOf = (thrown: unknown): readonly string[] =>
  thrown instanceof Error ? (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
