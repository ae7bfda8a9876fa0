import { describeError, RegError } from '../errors.ts';
import type { Chain, Middleware } from './invocation.ts';

/** One line a run; an error is logged without personal data and goes on to whoever called. */
export const resultHandler = (_: Chain): Middleware => ({
  after: ({ internal }) => {
    internal.log?.debug('done');
  },
  onError: ({ internal, error }) => {
    const expected = error instanceof RegError && error.status < 500;
    internal.log?.[expected ? 'info' : 'error']({ error: describeError(error) }, expected ? 'refused' : 'failed');
  },
});
