import type { Chain, Middleware } from './invocation.ts';

/** Has the app-to-app tokens ready before the worker runs: without them nothing in the batch can succeed. */
export const authentication = ({ authenticate }: Chain): Middleware => ({ before: () => authenticate() });
