import type { Eligibility } from '../domain/eligibility.ts';
import { describeError, RegError } from '../errors.ts';
import type { Chain, Middleware } from './invocation.ts';

/** One line a run; an error is logged without personal data and goes on to whoever called. */
export const resultHandler = ({ worker, metrics }: Chain): Middleware => {
  const decides = worker === 'checkEligibility';
  return {
    after: ({ internal, response }) => {
      internal.log?.debug('done');
      if (!decides) return;
      const answer = response as Eligibility;
      if (!answer.isEligible) metrics.count('refusals', 1, { reason: answer.reason });
      metrics.flush();
    },
    onError: ({ internal, error }) => {
      const expected = error instanceof RegError && error.status < 500;
      internal.log?.[expected ? 'info' : 'error']({ error: describeError(error) }, expected ? 'refused' : 'failed');
      if (expected) return;
      metrics.count('invocationsFailed', 1, { worker });
      metrics.flush();
    },
  };
};
