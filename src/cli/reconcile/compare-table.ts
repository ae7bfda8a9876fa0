import { isDeepStrictEqual } from 'node:util';
import { chunks } from '../../domain/chunks.ts';
import type { TableEntry } from '../../server/operator-contract.ts';
import { pagesOf } from '../../services/contract.ts';
import type { EntryDocument } from '../../services/entry/contract.ts';
import type { Connection } from '../connection.ts';
import { forEachInFlight } from '../in-flight.ts';
import { startProgress } from '../progress.ts';
import { createFindings, type Findings } from './findings.ts';

const PAGE = 1000;
const FANS_A_REQUEST = 100;
const REQUESTS_AT_ONCE = 8;

/** Fields that have to be the same on both sides. */
const FIELDS = ['version', 'createdAt', 'updatedAt', 'fanModifiedAt', 'verdict', 'accessCode', 'selection', 'linkedFrom', 'entry'] as const;

/** What a comparison saw. */
export interface ComparedTable {
  readonly findings: Findings;
  /** Versions in the demand-table, by fan. */
  readonly versions: ReadonlyMap<string, number>;
  /** Entries whose change has not reached the Entry Service, by their flag. */
  readonly flagged: number;
}

/** Holds each entry of the demand-table against the Entry Service, field by field, and the other way round. */
export const compareTable = async (connection: Connection, campaignId: string): Promise<ComparedTable> => {
  const findings = createFindings();
  const versions = new Map<string, number>();
  let flagged = 0;
  const bar = startProgress('comparing', (await connection.entry.countEntries({ params: { campaignId } })).entries);
  try {
    await forEachInFlight(tableGroups(connection, campaignId), {
      limit: REQUESTS_AT_ONCE,
      keyOf: (entries) => entries[0]?.globalUserId ?? '',
      work: async (entries) =>
        (await connection.entry.getEntries({ body: { campaignId, globalUserIds: entries.map(({ globalUserId }) => globalUserId) } })).entries,
      settled: (entries, replicas) => {
        entries.forEach((entry, index) => {
          versions.set(entry.globalUserId, entry.version);
          if (entry.needsReplication) flagged += 1;
          const difference = differenceOf(entry, replicas[index] ?? null);
          if (difference !== null) findings.add(`fan ${entry.globalUserId}: ${difference}`, entry.globalUserId);
        });
        bar.reached(versions.size);
      },
    });
  } finally {
    bar.end();
  }
  for await (const { globalUserId } of replicas(connection, campaignId)) {
    if (!versions.has(globalUserId)) findings.add(`fan ${globalUserId}: is in the Entry Service and not in the demand-table`, globalUserId);
  }
  return { findings, versions, flagged };
};

const tableGroups = async function* ({ operator }: Connection, campaignId: string): AsyncGenerator<readonly TableEntry[]> {
  for await (const { entries } of pagesOf(operator.listTable, { params: { campaignId }, query: { limit: PAGE } })) yield* chunks(entries, FANS_A_REQUEST);
};

const replicas = async function* ({ entry }: Connection, campaignId: string): AsyncGenerator<EntryDocument> {
  for await (const { entries } of pagesOf(entry.listEntries, { params: { campaignId }, query: { limit: PAGE } })) yield* entries;
};

/** Names the first field that differs; never its values, which may be personal. */
const differenceOf = (table: TableEntry, replica: EntryDocument | null): string | null => {
  if (replica === null) return 'is in the demand-table and not in the Entry Service';
  const field = FIELDS.find((name) => !isDeepStrictEqual(table[name], replica[name]));
  return field === undefined ? null : `${field} differs between demand-table and Entry Service`;
};
