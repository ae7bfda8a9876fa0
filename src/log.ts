import pino from 'pino';

/** The one logger. Workers get a child that carries the correlation id. */
export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error' | 'isLevelEnabled'> & { child(bindings: LogBindings): Log };

/** What a child's lines all carry. pino writes them as they are, so only these are allowed. */
export type LogBindings = { readonly worker?: string; readonly correlationId?: string };

/** Personal data that no log line shows, at any depth. docs/operations.md lists them for people. */
export const PERSONAL_FIELDS = [
  'email',
  'phoneNumber',
  'firstName',
  'lastName',
  'postalCode',
  'memberId',
  'accessCode',
  'entry',
  'userInfo',
  'fields',
  'token',
  'idvToken',
  'authorization',
  'body',
  'newImage',
  'oldImage',
] as const;

/** `sync`: a line is written when its call returns, which a process that may be stopped at any time needs. */
export const standardError = ({ sync }: { readonly sync: boolean }): pino.DestinationStream => pino.destination({ dest: 2, sync });

/** JSON lines on stderr, as stdout belongs to what a command answers. */
export const createLog = (level: string, destination: pino.DestinationStream = standardError({ sync: false })): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // pino's own redaction goes three levels deep with these wildcards, and costs ten times as much.
      formatters: { log: hidePersonal },
    },
    destination,
  );

const PERSONAL: ReadonlySet<string> = new Set(PERSONAL_FIELDS);

/** The line with what is personal masked. */
export const hidePersonal = (line: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(line).map(([key, value]) => [key, PERSONAL.has(key) ? '[hidden]' : hideIn(value)]));

const hideIn = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(hideIn);
  return typeof value === 'object' && value !== null && !(value instanceof Error) ? hidePersonal(value) : value;
};

/** A child made at its first line, as most invocations say nothing at their level. */
export const lateChild = (log: Log, bindings: LogBindings): Log => {
  let made: Log | null = null;
  const child = (): Log => {
    made ??= log.child(bindings);
    return made;
  };
  return {
    isLevelEnabled: (level) => log.isLevelEnabled(level),
    debug: (...line: Parameters<Log['debug']>) => (log.isLevelEnabled('debug') ? child().debug(...line) : undefined),
    info: (...line: Parameters<Log['info']>) => (log.isLevelEnabled('info') ? child().info(...line) : undefined),
    warn: (...line: Parameters<Log['warn']>) => (log.isLevelEnabled('warn') ? child().warn(...line) : undefined),
    error: (...line: Parameters<Log['error']>) => (log.isLevelEnabled('error') ? child().error(...line) : undefined),
    child: (more) => child().child(more),
  };
};
