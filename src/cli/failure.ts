import { CommanderError } from 'commander';
import { type ErrorCode, RegError } from '../errors.ts';

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

const IN_WORDS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['FILE_MISSING', 'there is no such file or folder'],
  ENOTDIR: ['FILE_MISSING', 'a part of the path is a file, not a folder'],
  EISDIR: ['FILE_MISSING', 'is a folder, not a file'],
  EEXIST: ['FILE_MISSING', 'is there already, and of another kind'],
  EACCES: ['FILE_MISSING', 'may not be read or written by this user; look at its permissions'],
  EPERM: ['FILE_MISSING', 'may not be read or written by this user; look at its permissions'],
  EROFS: ['STORAGE_FAILED', 'is on a disk that can only be read'],
  ENOSPC: ['STORAGE_FULL', 'the disk is full'],
  EDQUOT: ['STORAGE_FULL', 'this user may not write more to the disk'],
  ENAMETOOLONG: ['FILE_MISSING', 'the path is too long'],
};

/** What the operating system has against a file that somebody named is no fault of ours, and needs no stack. */
const told = (error: unknown): unknown => {
  if (error instanceof RegError || !(error instanceof Error) || !('code' in error) || !('path' in error)) return error;
  const [code, words] = IN_WORDS[String(error.code)] ?? [];
  return code === undefined ? error : new RegError(code, `${String(error.path)}: ${words}`, { cause: error });
};

/** What stderr says of it; null where commander has said it already. A stack only for whoever debugs. */
export const failureText = (failure: unknown, debug: boolean): string | null => {
  const error = told(failure);
  if (error instanceof CommanderError) return null;
  const stack = debug && error instanceof Error ? `\n${error.stack}${error.cause instanceof Error ? `\ncaused by ${error.cause.stack}` : ''}` : '';
  if (error instanceof RegError) return `${error.message}${stack}`;
  const kind = error instanceof Error ? `${error.name}: ${error.message}` : 'an unknown error';
  return `Something went wrong that should not: ${kind}\nRun it again with REG_LOG_LEVEL=debug to see where, and report it.${stack}`;
};

/** The same for a program that reads `--json`. */
export const failureAnswer = (failure: unknown): { readonly error: { readonly code: string; readonly message: string; readonly detail: unknown } } => {
  const error = told(failure);
  if (error instanceof RegError) return { error: { code: error.code, message: error.message, detail: error.detail } };
  const code = error instanceof CommanderError ? 'WRONG_USAGE' : 'INTERNAL';
  return { error: { code, message: error instanceof Error ? error.message : 'unknown error', detail: {} } };
};
