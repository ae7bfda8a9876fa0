import pino from 'pino';

/** The one logger. Workers get a child that carries the correlation id. */
export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'> & { child(bindings: Readonly<Record<string, string>>): Log };

/** Personal data that no log line shows, at any depth we log at. docs/operations.md lists them for people. */
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
  'authorization',
  'body',
  'newImage',
  'oldImage',
] as const;

/** JSON lines on stderr, as stdout belongs to what a command answers. */
export const createLog = (level: string, destination: pino.DestinationStream = pino.destination({ dest: 2, sync: false })): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: PERSONAL_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[hidden]' },
    },
    destination,
  );
