import { errorCodes, RegError } from '../errors.ts';

/** An error as it is answered: problem details (RFC 9457). `context` holds the error's facts, never personal data. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly context: Readonly<Record<string, unknown>>;
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** What is answered for an error. */
export const problemOf = (error: RegError): Problem => ({
  type: `urn:reg-workers:${error.code}`,
  title: titleOf(error.code),
  status: error.status,
  detail: error.message,
  code: error.code,
  context: error.detail,
});

const titleOf = (code: string): string => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');

/** The error behind a problem of ours; null for whatever is none, such as a proxy's page. */
export const errorOfProblem = (body: unknown): RegError | null => {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('detail' in body) || typeof body.detail !== 'string') return null;
  const code = errorCodes.find((known) => known === body.code);
  if (code === undefined) return null;
  const context = 'context' in body && typeof body.context === 'object' && body.context !== null ? { ...body.context } : {};
  return new RegError(code, body.detail, { detail: context });
};
