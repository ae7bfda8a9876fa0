import { type ErrorCode, RegError } from '../../errors.ts';
import type { Handler } from '../../middleware/lambda.ts';
import { type PublicError, publicErrorOf } from '../../server/error-answer.ts';
import { named } from './naming-errors.ts';

/** What a resolver's function answers; the code in src/runtime/appsync takes it apart. */
export type ResolverAnswer = { readonly data: unknown } | { readonly error: Pick<PublicError, 'message'> & PublicError['extensions'] };

/**
 * Answers what the worker answers, or with the error that it refused the request with: a fan's mistake is no failure of
 * the function, whose errors raise alarms, and Lambda would drop its detail. Failures of ours are thrown, in the words
 * that are for the public.
 */
export const answeringResolver =
  (handler: Handler): Handler =>
  async (event, context): Promise<ResolverAnswer> => {
    try {
      return { data: (await handler(event, context)) ?? null };
    } catch (thrown) {
      const { message, extensions } = publicErrorOf(thrown, correlationIdOf(event) ?? context.awsRequestId);
      if (thrown instanceof RegError && thrown.status < 500) return { error: { message, ...extensions } };
      throw publicFailure(extensions.code, message);
    }
  };

/** AppSync passes on a function's message and not always its error's name, so the code is in both. */
const publicFailure = (code: ErrorCode, message: string): Error => named(new RegError(code, `${code}: ${message}`));

const correlationIdOf = (event: unknown): string | undefined =>
  (event as { readonly request?: { readonly headers?: Readonly<Record<string, string>> } } | null)?.request?.headers?.['x-correlation-id'];
