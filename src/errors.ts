/**
 * Every error the product raises on purpose: what went wrong, whether trying again can help, and what to do.
 * docs/errors.md lists the same codes; tests/repo holds the two together.
 */
const catalogue = {
  CONFIG_INVALID: { status: 500, retryable: false },
  DATA_FOLDER_IN_USE: { status: 500, retryable: false },
  DATA_FOLDER_NEWER: { status: 500, retryable: false },
  STORAGE_FULL: { status: 503, retryable: true },
  STORAGE_FAILED: { status: 503, retryable: true },
  INPUT_INVALID: { status: 400, retryable: false },
  CAMPAIGN_INVALID: { status: 400, retryable: false },
  CSV_INVALID: { status: 400, retryable: false },
  NOT_FOUND: { status: 404, retryable: false },
  CONFLICT: { status: 409, retryable: true },
  STATE_INVALID: { status: 409, retryable: false },
  TOKEN_INVALID: { status: 401, retryable: false },
  SCOPE_MISSING: { status: 403, retryable: false },
  TOO_LARGE: { status: 413, retryable: false },
  TOO_MANY_REQUESTS: { status: 429, retryable: true },
  SECRET_MISSING: { status: 500, retryable: false },
  FILE_MISSING: { status: 404, retryable: false },
  SERVICE_UNAVAILABLE: { status: 503, retryable: true },
  SERVICE_REFUSED: { status: 502, retryable: false },
  EVENT_MALFORMED: { status: 500, retryable: false },
  CODES_SHORT: { status: 409, retryable: false },
  CHAIN_BROKEN: { status: 409, retryable: false },
  DRAW_INVALID: { status: 409, retryable: false },
  RECORD_INVALID: { status: 422, retryable: false },
  SCHEMA_INCOMPATIBLE: { status: 409, retryable: false },
  INTERNAL: { status: 500, retryable: false },
} as const satisfies Record<string, { readonly status: number; readonly retryable: boolean }>;

export type ErrorCode = keyof typeof catalogue;

/** Whether what failed with this code may succeed later. */
export const isRetryable = (code: ErrorCode): boolean => catalogue[code].retryable;

/** The one error class. `message` is for people: what was wrong, where, and what to do; never personal data. */
export class RegError extends Error {
  override readonly name = 'RegError';
  readonly code: ErrorCode;
  /** Facts for the program that reads the answer; never personal data. */
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: { detail?: Readonly<Record<string, unknown>>; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.detail = options.detail ?? {};
  }

  /** Whether the same call may succeed later. */
  get retryable(): boolean {
    return isRetryable(this.code);
  }

  /** The HTTP status it is answered with. */
  get status(): number {
    return catalogue[this.code].status;
  }
}

export const errorCodes = Object.keys(catalogue) as readonly ErrorCode[];

/** What a log line or a dead letter says of anything that was thrown. */
export const describeError = (error: unknown): string =>
  error instanceof RegError ? `${error.code}: ${error.message}` : error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
