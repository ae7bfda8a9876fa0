import { randomUUID } from 'node:crypto';

/** What `util.error` raises. */
export interface AppSyncError extends Error {
  readonly errorType: string;
  readonly errorInfo: unknown;
}

/** What our resolver code uses of AppSync's `util` (AWS AppSync developer guide, "Built-in utilities"). */
export const util = {
  autoId: (): string => randomUUID(),
  matches: (pattern: string, value: string): boolean => new RegExp(pattern).test(value),
  error: (message: string, errorType: string, _data: unknown, errorInfo: unknown): never => {
    throw Object.assign(new Error(message), { errorType, errorInfo });
  },
};
