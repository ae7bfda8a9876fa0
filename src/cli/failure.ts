import { CommanderError } from 'commander';
import { RegError } from '../errors.ts';

/** Exit statuses of every command. */
export const DONE = 0;
export const FAILED = 1;
export const WRONG_USAGE = 2;

/** Commander's way of ending after `--help` or `--version`. */
const isShown = (error: CommanderError): boolean => error.exitCode === 0;

/** The exit status for whatever ended a command. Configuration is part of the usage. */
export const exitStatusOf = (error: unknown): number => {
  if (error instanceof CommanderError) return isShown(error) ? DONE : WRONG_USAGE;
  return error instanceof RegError && error.code === 'CONFIG_INVALID' ? WRONG_USAGE : FAILED;
};

/** What stderr says of it; null where commander has said it already. A stack only for whoever debugs. */
export const failureText = (error: unknown, debug: boolean): string | null => {
  if (error instanceof CommanderError) return null;
  const stack = debug && error instanceof Error ? `\n${error.stack}${error.cause instanceof Error ? `\ncaused by ${error.cause.stack}` : ''}` : '';
  if (error instanceof RegError) return `${error.message}${stack}`;
  const kind = error instanceof Error ? `${error.name}: ${error.message}` : 'an unknown error';
  return `Something went wrong that should not: ${kind}\nRun it again with REG_LOG_LEVEL=debug to see where, and report it.${stack}`;
};

/** The same for a program that reads `--json`. */
export const failureAnswer = (error: unknown): { readonly error: { readonly code: string; readonly message: string; readonly detail: unknown } } => ({
  error:
    error instanceof RegError
      ? { code: error.code, message: error.message, detail: error.detail }
      : { code: error instanceof CommanderError ? 'WRONG_USAGE' : 'INTERNAL', message: error instanceof Error ? error.message : 'unknown error', detail: {} },
});
