import { RegError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import { type CsvRecord, checkCsv, csvRecords } from './csv-file.ts';
import { type AskedPreference, compileFanRow, fansColumns } from './fans-file.ts';
import type { GraphqlClient } from './graphql-client.ts';
import { forEachInFlight } from './in-flight.ts';
import { startProgress } from './progress.ts';

/** What became of one row. */
export type RowOutcome =
  | { readonly line: number; readonly globalUserId: string; readonly version: number }
  | { readonly line: number; readonly globalUserId: string; readonly reason: string; readonly field: string; readonly rule: string };

export interface RegisterFansOptions {
  /** As the fans' page knows the campaign. */
  readonly slug: string;
  readonly file: string;
  readonly graphql: GraphqlClient;
  readonly clock: Clock;
  readonly inFlight: number;
  /** How many rows the file was found to hold, where it has been read for its form already. */
  readonly rows?: number;
  /** What is known of a row already, by its line; such a row is not sent. */
  readonly known?: ReadonlyMap<number, RowOutcome>;
  /** Called once a row, in the order of the file. `known`: it was not sent. */
  readonly settled: (outcome: RowOutcome, known: boolean) => void | Promise<void>;
}

/** Rows by outcome. */
export interface RegistrationCounts {
  readonly rows: number;
  /** Fans with at least one row that was accepted. */
  readonly registered: number;
  /** Accepted rows of a fan who had one before in the same file. */
  readonly edited: number;
  /** Rows by reason. */
  readonly refused: Readonly<Record<string, number>>;
}

const CAMPAIGN = 'query ($slug: String!) { campaign(slug: $slug) { id preferences { key type is_optional } } }';
const UPSERT = 'mutation ($input: RegistrationInput!) { upsertEntry(input: $input) { isEligible reason detail version } }';

interface Registration {
  readonly isEligible: boolean;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly version: number | null;
}

/** Refusals of one row that say nothing about the others. */
const OF_ONE_ROW: ReadonlySet<string> = new Set(['INPUT_INVALID', 'TOO_LARGE']);
const INTERNAL = 'INTERNAL_SERVER_ERROR';
const INTERNAL_ATTEMPTS = 5;
const INTERNAL_WAIT_MS = 500;

/** What a campaign asks of a fan. Throws `NOT_FOUND` for one that fans cannot see. */
export const askedPreferences = async (graphql: GraphqlClient, slug: string): Promise<readonly AskedPreference[]> => {
  const { campaign } = await graphql.request<{ campaign: { preferences: readonly AskedPreference[] } | null }>(CAMPAIGN, { slug });
  if (campaign === null)
    throw new RegError('NOT_FOUND', `There is no campaign ${slug} that fans can see. "reg campaign list" shows what there is.`, { detail: { slug } });
  return campaign.preferences;
};

/**
 * Registers the fans of a file through GraphQL, each row one mutation, as fans would. The whole file is read for its
 * form first, so that nothing is sent of one that is broken (`CSV_INVALID`). A later row of a fan is an edit.
 */
export const registerFans = async (options: RegisterFansOptions): Promise<RegistrationCounts> => {
  const { slug, file, graphql, clock, inFlight, known, settled } = options;
  const preferences = await askedPreferences(graphql, slug);
  const columns = fansColumns(preferences);
  const rows = options.rows ?? (await checkCsv(file, columns));
  const inputOf = compileFanRow(slug, preferences);

  const register = async (record: CsvRecord): Promise<RowOutcome> => {
    const { line } = record;
    const input = inputOf(record);
    const globalUserId = input.userInfo.globalUserId ?? '';
    for (let attempt = 1; ; attempt += 1) {
      const { isEligible, reason, detail, version } = await send(graphql, input);
      if (isEligible) return { line, globalUserId, version: version ?? 1 };
      if (reason !== INTERNAL || attempt >= INTERNAL_ATTEMPTS) return { line, globalUserId, reason: reason ?? INTERNAL, ...firstInvalid(detail) };
      await clock.sleep(INTERNAL_WAIT_MS * attempt);
    }
  };

  const seen = new Set<string>();
  const refused: Record<string, number> = {};
  let done = 0;
  let accepted = 0;
  const bar = startProgress('registering', rows);
  try {
    await forEachInFlight(csvRecords(file, columns), {
      limit: inFlight,
      keyOf: ({ values }) => values.globalUserId ?? '',
      work: async (record) => known?.get(record.line) ?? (await register(record)),
      settled: async ({ line }, outcome) => {
        if ('reason' in outcome) refused[outcome.reason] = (refused[outcome.reason] ?? 0) + 1;
        else {
          accepted += 1;
          seen.add(outcome.globalUserId);
        }
        done += 1;
        bar.reached(done);
        await settled(outcome, known?.has(line) ?? false);
      },
    });
  } finally {
    bar.end();
  }
  return { rows, registered: seen.size, edited: accepted - seen.size, refused };
};

const send = async (graphql: GraphqlClient, input: object): Promise<Registration> => {
  try {
    return (await graphql.request<{ upsertEntry: Registration }>(UPSERT, { input })).upsertEntry;
  } catch (error) {
    if (!(error instanceof RegError) || !OF_ONE_ROW.has(error.code)) throw error;
    return { isEligible: false, reason: error.code, detail: null, version: null };
  }
};

/** The first field that the refusal's `detail` (JSON text) names; refusals of other kinds name none. */
const firstInvalid = (detail: string | null): { readonly field: string; readonly rule: string } => {
  const parsed: unknown = detail === null ? null : JSON.parse(detail);
  const text = (key: string): string => {
    const value: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, key) : null;
    return typeof value === 'string' ? value : '';
  };
  return { field: text('field'), rule: text('rule') };
};
