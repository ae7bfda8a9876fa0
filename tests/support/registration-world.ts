import { setImmediate as nextTurn } from 'node:timers/promises';
import pino from 'pino';
import type { CampaignWithMarkets } from '../../src/domain/campaign.ts';
import type { EntryItem } from '../../src/domain/entry.ts';
import { referenceKeyName } from '../../src/domain/fan-reference.ts';
import type { ProofClaims } from '../../src/domain/identity-proof.ts';
import { RegError } from '../../src/errors.ts';
import type { ResolverInput } from '../../src/middleware/lambda.ts';
import type { EntryTable } from '../../src/ports/entry-table.ts';
import type { Caller } from '../../src/ports/tokens.ts';
import type { WorkerName } from '../../src/topology.ts';
import { type CheckedEligibility, checkEligibility } from '../../src/workers/registration/check-eligibility.ts';
import { type PublicCampaign, readCampaign } from '../../src/workers/registration/read-campaign.ts';
import { readEntry, type ShownEntry } from '../../src/workers/registration/read-entry.ts';
import { type Registration, upsertEntry } from '../../src/workers/registration/upsert-entry.ts';
import { type EntryArguments, type Withdrawal, withdrawEntry } from '../../src/workers/registration/withdraw-entry.ts';
import type { WorkerContext } from '../../src/workers/worker.ts';
import { createMemoryEntryTable, type MemoryEntryTable } from './memory-entry-table.ts';
import { createSetClock, type SetClock } from './set-clock.ts';

export const fan = (globalUserId: string, changes: Partial<Caller & { kind: 'fan' }> = {}): Caller => ({
  kind: 'fan',
  globalUserId,
  email: null,
  claims: {},
  ...changes,
});
export const app = (...scopes: readonly string[]): Caller => ({ kind: 'app', name: 'importer', scopes: new Set(scopes) });

/** A registration that is in order, but for what a test changes. */
export const registration = (
  globalUserId: string,
  changes: { readonly entry?: unknown; readonly userInfo?: object; readonly doTransfer?: boolean; readonly slug?: string } = {},
) => ({
  slug: changes.slug ?? 'summer-tour',
  entry: changes.entry ?? { markets: ['paris-1'], tickets: 2 },
  userInfo: { globalUserId, email: `${globalUserId}@example.org`, firstName: 'Ann', lastName: 'Lee', locale: 'en', ...changes.userInfo },
  doTransfer: changes.doTransfer ?? false,
});

type Input = ReturnType<typeof registration>;

export interface RegistrationWorld {
  readonly clock: SetClock;
  readonly table: MemoryEntryTable;
  /** What was asked of the services, as `service value`. */
  readonly asked: string[];
  readonly logged: string[];
  check(caller: Caller | null, input: Input): Promise<CheckedEligibility>;
  /** The two workers of the pipeline, one after the other; `between` happens in between. */
  upsert(caller: Caller | null, input: Input, between?: () => void): Promise<Registration>;
  withdraw(caller: Caller | null, entry: EntryArguments): Promise<Withdrawal>;
  read(caller: Caller | null, entry: EntryArguments): Promise<ShownEntry | null>;
  campaign(slug: string): Promise<PublicCampaign | null>;
}

export interface RegistrationWorldOptions {
  readonly campaigns: readonly CampaignWithMarkets[];
  readonly stored?: readonly EntryItem[];
  readonly invites?: readonly string[];
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly entryServiceIsDown?: boolean;
  /** What proofs of identity say, by their text; any other is none. */
  readonly proofs?: Readonly<Record<string, ProofClaims>>;
  /** Takes the place of the table in memory. */
  readonly entryTable?: EntryTable;
  readonly clock?: SetClock;
  /** Of each call, as the middleware tells it. */
  readonly traceparents?: readonly string[];
}

/** The registration workers on ports in memory; the clock stands at the opening of `openCampaign`. */
export const createRegistrationWorld = ({
  campaigns,
  stored = [],
  invites = [],
  attributes = {},
  entryServiceIsDown = false,
  proofs = {},
  entryTable,
  clock = createSetClock(),
  traceparents = [],
}: RegistrationWorldOptions): RegistrationWorld => {
  const table = createMemoryEntryTable(stored);
  const traces = traceparents.values();
  const asked: string[] = [];
  const logged: string[] = [];
  const bySlug = async (slug: string): Promise<CampaignWithMarkets | null> => campaigns.find(({ campaign }) => campaign.slug === slug) ?? null;
  const services = {
    campaignCache: { get: (_: string, load: () => Promise<CampaignWithMarkets | null>) => load() },
    campaignStore: { campaignBySlug: bySlug, campaignById: bySlug },
    entryTable: entryTable ?? table,
    entryService: {
      checkInvite: async ({ body: { value } }: { readonly body: { readonly value: string } }) => {
        if (entryServiceIsDown) throw new RegError('SERVICE_UNAVAILABLE', 'The Entry Service does not answer.');
        asked.push(`invite ${value}`);
        return { invited: invites.includes(value) };
      },
    },
    identityProofs: {
      read: async (token: string) => {
        asked.push(`proof ${token}`);
        return proofs[token] ?? null;
      },
    },
    userService: {
      getProfile: async ({ params: { globalUserId } }: { readonly params: { readonly globalUserId: string } }) => {
        asked.push(`profile ${globalUserId}`);
        const found = attributes[globalUserId];
        if (found === undefined) throw new RegError('NOT_FOUND', 'There is no such user.');
        return { attributes: found };
      },
    },
    secrets: {
      get: async (name: string) => {
        if (!campaigns.some(({ campaign }) => name === referenceKeyName(campaign.id))) throw new RegError('SECRET_MISSING', `There is no secret ${name}.`);
        return new Uint8Array(32).map((_, index) => index);
      },
    },
    queues: {},
    topics: {},
    workers: {},
  };
  const log = pino({ base: null }, { write: (line: string) => void logged.push(line) });
  const context = { services, log, clock, correlationId: 'correlation-1' } as unknown as WorkerContext<WorkerName> as never;
  const input = <Arguments, Previous = null>(args: Arguments, caller: Caller | null, previous: Previous): ResolverInput<Arguments, Previous> => ({
    arguments: args,
    caller,
    previous,
  });
  const check = (caller: Caller | null, asks: Input) => checkEligibility(input({ input: asks }, caller, null), context);
  return {
    clock,
    table,
    asked,
    logged,
    check,
    upsert: async (caller, asks, between) => {
      // AppSync hands the first worker's answer on as JSON.
      const previous = JSON.parse(JSON.stringify(await check(caller, asks))) as CheckedEligibility;
      between?.();
      return passingTime(clock, upsertEntry(input({ input: asks }, caller, previous), { ...(context as object), traceparent: traces.next().value } as never));
    },
    withdraw: (caller, entry) => passingTime(clock, withdrawEntry(input(entry, caller, null), context)),
    read: (caller, entry) => readEntry(input(entry, caller, null), context),
    campaign: (slug) => readCampaign(input({ slug }, null, null), context),
  };
};

/** Waits for an answer, and lets time pass where it is time that the answer waits for. */
const passingTime = async <T>(clock: SetClock, answer: Promise<T>): Promise<T> => {
  let isThere = false;
  const done = (): void => {
    isThere = true;
  };
  answer.then(done, done);
  while (!isThere) {
    await nextTurn();
    const sleeper = isThere ? null : clock.nextSleeperAt();
    if (sleeper !== null) clock.advance(sleeper - clock.now());
  }
  return answer;
};
