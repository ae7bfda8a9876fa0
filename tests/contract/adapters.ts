/**
 * Which adapters each port has that need no other server. A suite's registry is typed by this list, so an adapter that
 * is named here and not tested does not compile; `adapters.test.ts` holds the lists against the files.
 */
export const adapters = {
  'entry-table': ['sqlite'],
  'change-stream': ['sqlite'],
  'queue-engine': ['sqlite'],
  topic: ['sqlite'],
  'event-log': ['sqlite'],
  'schedule-memory': ['sqlite'],
  'audit-log': ['sqlite'],
  'execution-store': ['sqlite'],
  'campaign-cache': ['memory'],
  'entry-store': ['sqlite'],
  'code-store': ['sqlite'],
  'user-store': ['sqlite'],
  'campaign-store': ['sqlite'],
  'draw-store': ['sqlite'],
  'file-store': ['file'],
  secrets: ['file'],
  mailer: ['outbox', 'ses', 'smtp'],
  metrics: ['memory', 'emf'],
  timings: ['memory'],
  tokens: ['jose'],
  'identity-proofs': ['jose'],
  'public-beacons': ['drand'],
} as const satisfies Record<string, readonly string[]>;

/** Those that face a real server: the same suites, in `tests/integration/contract`. */
export const serverAdapters = {
  'campaign-cache': ['redis'],
  'entry-table': ['dynamodb'],
  'entry-store': ['dynamodb', 'mongo'],
  'code-store': ['dynamodb', 'mongo'],
  'user-store': ['dynamodb', 'mongo'],
  'campaign-store': ['dynamodb', 'mongo'],
  'draw-store': ['dynamodb', 'mongo'],
  'event-log': ['dynamodb', 'kafka'],
  'file-store': ['s3'],
  'queue-sender': ['sqs'],
  'queue-operations': ['sqs'],
  topic: ['sns'],
  'audit-log': ['dynamodb'],
  secrets: ['secretsmanager'],
  'schema-registry': ['confluent'],
} as const satisfies Record<string, readonly string[]>;

export type PortName = keyof typeof adapters;

/** One way to make the subject of a contract for each adapter of a port. */
export type Registry<P extends PortName, Create> = { readonly [A in (typeof adapters)[P][number]]: Create };
export type ServerRegistry<P extends keyof typeof serverAdapters, Create> = { readonly [A in (typeof serverAdapters)[P][number]]: Create };
