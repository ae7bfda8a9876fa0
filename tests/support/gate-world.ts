import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../src/adapters/system/system-random.ts';
import { type Connection, connect } from '../../src/cli/connection.ts';
import { compileFanRow } from '../../src/cli/fans-file.ts';
import { openSigner } from '../../src/cli/signer.ts';
import { readConfig } from '../../src/config.ts';
import type { Preference } from '../../src/domain/campaign.ts';
import type { Log } from '../../src/log.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { createSystem } from '../../src/runtime/embedded/system.ts';
import { campaignFile, marketFile } from './campaign-files.ts';
import { runCommand } from './run-command.ts';
import { silentLog } from './silent-log.ts';

/** A row of `fans.csv`; what a fan has to have and a row leaves out is filled in. */
export type FanRow = Readonly<Record<string, string>> & { readonly globalUserId: string };

/** What became of a row: eligible, or the reason with the first field and rule that it names. */
export interface Outcome {
  readonly reason: string | null;
  readonly field: string;
  readonly rule: string;
}

/** The two ways that every rule is seen through. */
export const WAYS = ['graphql', 'reg'] as const;
export type Way = (typeof WAYS)[number];

export interface GateWorld {
  readonly connection: Connection;
  /** Puts a campaign with the markets `<slug>-one` and `<slug>-two`, and opens it; `changes` are those of its file. */
  putCampaign(slug: string, changes: Readonly<Record<string, unknown>>, status?: 'PREVIEW' | 'OPEN' | 'CLOSED'): Promise<void>;
  /** Registers fans one after the other: each with a token of their own, or all by the real `reg register`. */
  registerThrough(way: Way, slug: string, rows: readonly FanRow[]): Promise<readonly Outcome[]>;
  /** `upsertEntry` with the fan's own token. */
  register(slug: string, row: FanRow): Promise<Outcome & { readonly version: number | null; readonly detail: unknown }>;
  /** The real command, with `--json`, against this system; throws what it says where it fails. */
  reg(...args: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
  /** Resolves once nothing waits in the flow any more. */
  idle(): Promise<void>;
  /** Any GraphQL request with the fan's own token, which has the address where one is given; its `data`. */
  ask(globalUserId: string, query: string, variables: object, email?: string): Promise<Readonly<Record<string, Readonly<Record<string, unknown>> | null>>>;
  close(): Promise<void>;
}

export interface GateWorldOptions {
  readonly dataFolder: string;
  readonly idvHosts?: readonly string[];
  /** Default: the machine's, which commands go by. */
  readonly clock?: Clock;
  /** Default: none. */
  readonly log?: Log;
}

const DAY_MS = 86_400_000;
const UPSERT = 'mutation ($input: RegistrationInput!) { upsertEntry(input: $input) { isEligible reason detail version } }';

/** A whole system on a free port, for what fans are told at its gates. */
export const openGateWorld = async ({ dataFolder, idvHosts = [], clock = createSystemClock(), log = silentLog }: GateWorldOptions): Promise<GateWorld> => {
  const random = createSystemRandom(clock);
  const config = readConfig({ REG_IDV_HOSTS: idvHosts.join(',') }, { port: 0, dataFolder, addressRate: null, fanRate: null });
  const system = await createSystem({ config, clock, random, log });
  const connection = connect({ url: system.url, token: null, dataFolder, deployment: null, clock, random, log: silentLog });
  const signer = await openSigner({ dataFolder, deployment: null, clock, random });
  const preferences = new Map<string, readonly Preference[]>();

  const ask: GateWorld['ask'] = async (globalUserId, query, variables, email) => {
    const token = await signer.sign({ kind: 'fan', globalUserId, ttlSeconds: 600, ...(email !== undefined && { email }) });
    const response = await fetch(`${system.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { readonly data: never; readonly errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };

  const register: GateWorld['register'] = async (slug, row) => {
    const asked = (preferences.get(slug) ?? []).map(({ key, type, is_optional }) => ({ key, type, is_optional: is_optional ?? null }));
    const input = compileFanRow(slug, asked)({ line: 2, values: withDefaults(slug, row) });
    const { upsertEntry: answer } = await ask(row.globalUserId, UPSERT, { input }, withDefaults(slug, row).email);
    const detail = typeof answer?.detail === 'string' ? (JSON.parse(answer.detail) as Readonly<Record<string, string>>) : null;
    const reason = answer?.isEligible === true ? null : String(answer?.reason);
    return { reason, field: detail?.field ?? '', rule: detail?.rule ?? '', version: (answer?.version ?? null) as number | null, detail };
  };

  const registerFile = async (slug: string, rows: readonly FanRow[]): Promise<readonly Outcome[]> => {
    const [file, refused] = [join(dataFolder, `${slug}.csv`), join(dataFolder, `${slug}-refused.csv`)];
    const filled = rows.map((row) => withDefaults(slug, row));
    await writeFile(file, stringify(filled, { header: true, columns: [...new Set(filled.flatMap((row) => Object.keys(row)))] }));
    const { status, stderr } = await runCommand(['register', '--campaign', slug, file, '--refused', refused, '--url', system.url, '--data', dataFolder]);
    if (status !== 0) throw new Error(stderr);
    const refusals: readonly (Outcome & { readonly line: string })[] = parse(await readFile(refused), { columns: true });
    const byLine = new Map(refusals.map(({ line, reason, field, rule }) => [Number(line), { reason, field, rule }]));
    return rows.map((_, index) => byLine.get(index + 2) ?? PASSED);
  };

  const reg: GateWorld['reg'] = async (...args) => {
    const { status, stdout, stderr } = await runCommand([...args, '--json', '--url', system.url, '--data', dataFolder]);
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
    return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  };

  return {
    connection,
    ask,
    register,
    reg,
    idle: async () => {
      while (!(await connection.operator.flow({})).idle);
    },
    putCampaign: async (slug, changes, status = 'OPEN') => {
      const day = (offset: number): string => new Date(clock.now() + offset * DAY_MS).toISOString();
      const event = { ...(marketFile('x').event as object), date: day(30), presaleDateTime: day(5) };
      const file = campaignFile({
        slug,
        date: { open: day(-1), close: day(1), presaleStart: day(5), presaleEnd: day(6) },
        preferences: [{ key: 'markets', type: 'markets' }],
        markets: ['one', 'two'].map((name) => marketFile(`${slug}-${name}`, { event })),
        ...changes,
      });
      const { campaign } = await connection.campaign.putCampaign({ params: { campaignId: slug }, body: { file } });
      await connection.campaign.setStatus({ params: { campaignId: slug }, body: { status } });
      preferences.set(slug, campaign.preferences);
    },
    registerThrough: async (way, slug, rows) => {
      if (way === 'reg') return registerFile(slug, rows);
      const outcomes: Outcome[] = [];
      for (const row of rows) {
        const { reason, field, rule } = await register(slug, row);
        outcomes.push({ reason, field, rule });
      }
      return outcomes;
    },
    close: async () => {
      await connection.close();
      await system.stop();
    },
  };
};

export const PASSED: Outcome = { reason: null, field: '', rule: '' };

const withDefaults = (slug: string, row: FanRow): FanRow => ({
  email: `${row.globalUserId}@example.org`,
  firstName: 'Ann',
  lastName: 'Lee',
  markets: `${slug}-one`,
  ...row,
});
