import { isDeepStrictEqual } from 'node:util';
import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { pagesOf } from '../../services/contract.ts';
import type { EntryDocument } from '../../services/entry/contract.ts';
import type { GraphqlClient } from '../graphql-client.ts';
import { forEachInFlight } from '../in-flight.ts';
import { startProgress } from '../progress.ts';
import { createFindings, type Findings } from '../reconcile/findings.ts';
import { type CampaignContext, IN_FLIGHT } from './stage.ts';

/** The front door takes at most five fields a query. */
const FANS_A_QUERY = 5;
const PAGE = 1000;

interface TableEntry {
  readonly globalUserId: string;
  readonly entry: string;
  readonly verdict: string;
  readonly accessCode: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A winner as the Entry Service has it. */
export interface Winner {
  readonly marketId: string;
  readonly accessCode: string | null;
}

/** What the run knows of its fans. */
export interface KnownFans {
  /** The last acknowledged version of each. */
  readonly accepted: ReadonlyMap<string, number>;
  /** Who has withdrawn, or taken their entry to another campaign. */
  readonly left: ReadonlySet<string>;
  /** The linked campaign, and who held an entry there: whoever of them is here has brought it. */
  readonly linked: { readonly campaignId: string; readonly fans: ReadonlySet<string> } | null;
}

/** What the comparison has seen, for the ones that come after it. */
export interface ComparedEntries {
  readonly findings: Findings;
  /** Versions by fan. */
  readonly versions: ReadonlyMap<string, number>;
  readonly winners: ReadonlyMap<string, Winner>;
}

/**
 * Compares each entry of the Entry Service with the demand-table as GraphQL shows it, and every registration that was
 * accepted with both: nothing is lost, nothing is left of who withdrew.
 */
export const compareEntries = async (
  { connection, graphql }: Pick<CampaignContext, 'connection' | 'graphql'>,
  { campaign }: CampaignWithMarkets,
  { accepted, left, linked }: KnownFans,
): Promise<ComparedEntries> => {
  const findings = createFindings();
  const versions = new Map<string, number>();
  const winners = new Map<string, Winner>();
  const bar = startProgress('comparing', accepted.size);

  try {
    await forEachInFlight(groups(connection, campaign.id), {
      limit: IN_FLIGHT,
      keyOf: (replicas) => replicas[0]?.globalUserId ?? '',
      work: async (replicas) => ({
        replicas,
        table: await readTable(
          graphql,
          campaign.slug,
          replicas.map(({ globalUserId }) => globalUserId),
        ),
      }),
      settled: (_, { replicas, table }) => {
        for (const [index, replica] of replicas.entries()) {
          const { globalUserId, version } = replica;
          versions.set(globalUserId, version);
          if (replica.verdict === 'WINNER') winners.set(globalUserId, { marketId: replica.selection?.marketId ?? '', accessCode: replica.accessCode ?? null });
          const difference = differenceOf(replica, table[index] ?? null, campaign.options.showAccessCode);
          if (difference !== null) findings.add(`fan ${globalUserId}: ${difference}`);
          const promised = accepted.get(globalUserId);
          if (promised === undefined) findings.add(`fan ${globalUserId}: has an entry and is not in fans.csv, or was refused`);
          else if (version < promised) findings.add(`fan ${globalUserId}: has version ${version}, but version ${promised} was acknowledged`);
          if (left.has(globalUserId)) findings.add(`fan ${globalUserId}: has left and still has an entry`);
          const isBrought = linked?.fans.has(globalUserId) === true;
          if (isBrought !== (replica.linkedFrom !== undefined && replica.linkedFrom === linked?.campaignId))
            findings.add(
              `fan ${globalUserId}: ${isBrought ? 'came from the linked campaign, which the entry does not say' : 'has an entry that says it came from elsewhere'}`,
            );
        }
        bar.reached(versions.size);
      },
    });
  } finally {
    bar.end();
  }
  for (const fan of accepted.keys()) {
    if (!versions.has(fan) && !left.has(fan)) findings.add(`fan ${fan}: was registered and is not in the Entry Service`);
  }
  return { findings, versions, winners };
};

const groups = async function* (connection: CampaignContext['connection'], campaignId: string): AsyncGenerator<readonly EntryDocument[]> {
  for await (const page of pagesOf(connection.entry.listEntries, { params: { campaignId }, query: { limit: PAGE } })) {
    for (let start = 0; start < page.entries.length; start += FANS_A_QUERY) yield page.entries.slice(start, start + FANS_A_QUERY);
  }
};

const queries = Array.from({ length: FANS_A_QUERY }, (_, last) => {
  const names = Array.from({ length: last + 1 }, (__, index) => `fan${index}`);
  const fields = names.map(
    (name) => `${name}: myEntry(slug: $slug, globalUserId: $${name}) { globalUserId entry verdict accessCode version createdAt updatedAt }`,
  );
  return `query ($slug: String!, ${names.map((name) => `$${name}: String!`).join(', ')}) { ${fields.join(' ')} }`;
});

const readTable = async (graphql: GraphqlClient, slug: string, fans: readonly string[]): Promise<readonly (TableEntry | null)[]> => {
  const variables = Object.fromEntries(fans.map((fan, index) => [`fan${index}`, fan]));
  const answer = await graphql.request<Record<string, TableEntry | null>>(queries[fans.length - 1] ?? '', { slug, ...variables });
  return fans.map((_, index) => answer[`fan${index}`] ?? null);
};

/** Names the first field that differs; never its values. */
const differenceOf = (replica: EntryDocument, table: TableEntry | null, codesShown: boolean): string | null => {
  if (table === null) return 'is in the Entry Service and not in the demand-table';
  for (const field of ['version', 'verdict', 'createdAt', 'updatedAt'] as const) {
    if (replica[field] !== table[field]) return `${field} is ${table[field]} in the demand-table and ${replica[field]} in the Entry Service`;
  }
  if (codesShown && (replica.accessCode ?? null) !== table.accessCode) return 'the access codes of demand-table and Entry Service differ';
  const fields = JSON.parse(table.entry) as Record<string, unknown>;
  const wrong = [...new Set([...Object.keys(fields), ...Object.keys(replica.entry)])].find((key) => !isDeepStrictEqual(fields[key], replica.entry[key]));
  return wrong === undefined ? null : `the field ${wrong} differs between demand-table and Entry Service`;
};
