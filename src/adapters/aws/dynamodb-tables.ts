import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

/** A secondary index over two string attributes; items without them are not in it. */
export interface IndexDefinition {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly projection: 'ALL' | 'KEYS_ONLY' | readonly string[];
}

export interface TableDefinition {
  /** Emits new and old images of each change. */
  readonly stream: boolean;
  /** The attribute with the second (since the epoch) after which an item may be dropped; null: none is. */
  readonly expiresAt: string | null;
  readonly indexes: readonly IndexDefinition[];
  /** Nobody may change or remove what was put. Default: no. */
  readonly appendOnly?: true;
}

/**
 * The tables of the cloud, from which the stacks and the tests make them. All have the string keys PK and SK, as the
 * mission's demand-table has; what the keys hold is each adapter's own.
 */
export const tables = {
  'demand-table': { stream: true, expiresAt: null, indexes: [] },
  campaigns: { stream: false, expiresAt: 'expiresAt', indexes: [] },
  entries: { stream: false, expiresAt: null, indexes: [] },
  codes: {
    stream: false,
    expiresAt: null,
    indexes: [{ name: 'codes-by-holder', partitionKey: 'heldIn', sortKey: 'heldBy', projection: ['lookup', 'sealed', 'holder'] }],
  },
  users: {
    stream: false,
    expiresAt: null,
    indexes: [
      { name: 'jobs-by-time', partitionKey: 'queue', sortKey: 'queueTime', projection: 'KEYS_ONLY' },
      { name: 'jobs-by-campaign', partitionKey: 'campaignQueue', sortKey: 'queueTime', projection: 'KEYS_ONLY' },
    ],
  },
  events: { stream: false, expiresAt: null, indexes: [] },
  audit: { stream: false, expiresAt: null, indexes: [], appendOnly: true },
} as const satisfies Record<string, TableDefinition>;

export type TableName = keyof typeof tables;

/** The request that makes one of the tables, billed by request. */
export const createTableInput = (table: TableName, tableName: string): CreateTableCommandInput => {
  const { stream, indexes }: TableDefinition = tables[table];
  const keys = new Set(['PK', 'SK', ...indexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey])]);
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...keys].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    KeySchema: keySchema('PK', 'SK'),
    ...(stream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } } : {}),
    ...(indexes.length === 0 ? {} : { GlobalSecondaryIndexes: indexes.map(indexInput) }),
  };
};

const keySchema = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
];

const indexInput = ({ name, partitionKey, sortKey, projection }: IndexDefinition) => ({
  IndexName: name,
  KeySchema: keySchema(partitionKey, sortKey),
  Projection: typeof projection === 'string' ? { ProjectionType: projection } : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...projection] },
});
