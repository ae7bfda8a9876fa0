import { type EntryKey, type EntrySelection, isNewer } from '../../src/domain/entry.ts';
import { awardOutcome } from '../../src/domain/replica.ts';
import type { Assignment, EntryStore, Replica, ReplicaWrite } from '../../src/ports/entry-store.ts';
import { replicaWrite } from './replica-write.ts';

/** What a fan, the draw or the network does next. Numbers pick among what there is. */
export type Step =
  | { readonly kind: 'register' | 'edit' | 'withdraw'; readonly fan: number }
  | { readonly kind: 'award'; readonly fan: number; readonly award: number }
  | { readonly kind: 'deliver'; readonly message: number; readonly again: boolean };

type Message =
  | { readonly kind: 'upsert'; readonly write: ReplicaWrite }
  | { readonly kind: 'remove'; readonly write: ReplicaWrite }
  | { readonly kind: 'assign'; readonly assignment: Assignment };

const awards: readonly { readonly verdict: 'WINNER' | 'WAITLIST' | 'LOSER'; readonly market?: string; readonly code?: string }[] = [
  { verdict: 'LOSER' },
  { verdict: 'WAITLIST' },
  { verdict: 'WINNER', market: 'london', code: 'A' },
  { verdict: 'WINNER', market: 'london', code: 'B' },
  { verdict: 'WINNER', market: 'paris', code: 'C' },
  { verdict: 'WINNER', market: 'shared' },
];

/**
 * A demand-table, the workers between it and an Entry Service's store, and messages that arrive late, twice and in
 * any order. Everything belongs to one campaign, so that many worlds can share a store.
 */
export const createReplicaWorld = (store: EntryStore, campaignId: string) => {
  const table = new Map<string, ReplicaWrite>();
  const messages: Message[] = [];
  const seen: Message[] = [];
  let at = Date.UTC(2027, 1, 1);
  const fanId = (fan: number) => `fan-${fan % 3}`;
  const instant = () => {
    at += 1;
    return new Date(at).toISOString();
  };
  const post = (message: Message): void => {
    messages.push(message);
    seen.push(message);
  };
  const save = (item: ReplicaWrite): void => {
    table.set(item.globalUserId, item);
    post({ kind: 'upsert', write: item });
  };

  const give = ({ entries }: Assignment): void => {
    for (const { globalUserId, verdict, accessCode, selection } of entries) {
      const item = table.get(globalUserId);
      const wanted = { verdict, selection, ...(accessCode === undefined ? {} : { accessCode }) };
      if (item !== undefined && awardOutcome(item, wanted) === 'assign') save({ ...item, ...wanted, version: item.version + 1, updatedAt: instant() });
    }
  };

  const deliver = async (message: Message): Promise<void> => {
    if (message.kind === 'upsert') await store.upsert([message.write], [500]);
    else if (message.kind === 'remove') await store.remove([message.write]);
    else {
      const [outcome] = await store.assign(message.assignment);
      if (outcome === 'assigned' || outcome === 'unchanged') give(message.assignment);
      // Not there yet: the message waits for the entry.
      const [entry] = message.assignment.entries;
      if (outcome === 'absent' && entry !== undefined && table.has(entry.globalUserId)) messages.push(message);
    }
  };

  return {
    table,
    take: async (step: Step): Promise<void> => {
      if (step.kind === 'deliver') {
        const pool = step.again ? seen : messages;
        const message = pool[step.message % Math.max(1, pool.length)];
        if (message === undefined) return;
        if (!step.again) messages.splice(messages.indexOf(message), 1);
        return deliver(message);
      }
      const globalUserId = fanId(step.fan);
      const item = table.get(globalUserId);
      if (step.kind === 'award') post({ kind: 'assign', assignment: assignmentOf(campaignId, globalUserId, step.award) });
      else if (step.kind === 'register' && item === undefined) {
        const createdAt = instant();
        save(replicaWrite({ campaignId, globalUserId, createdAt, updatedAt: createdAt, fanModifiedAt: createdAt, rankedMarkets: [`${campaignId}-london`] }));
      } else if (step.kind === 'edit' && item !== undefined) {
        const version = item.version + 1;
        const rankedMarkets = version % 2 === 0 ? [`${campaignId}-paris`, `${campaignId}-london`] : [`${campaignId}-london`];
        save({ ...item, version, entry: { tickets: version }, rankedMarkets, updatedAt: instant(), fanModifiedAt: instant() });
      } else if (step.kind === 'withdraw' && item !== undefined) {
        table.delete(globalUserId);
        post({ kind: 'remove', write: item });
      }
    },
    /** Delivers what is left, the table's changes before assignments that may wait for them. */
    drain: async (): Promise<void> => {
      for (;;) {
        const next = messages.findIndex(({ kind }) => kind !== 'assign');
        const [message] = messages.splice(Math.max(0, next), 1);
        if (message === undefined) return;
        await deliver(message);
      }
    },
    expected: (): readonly (Replica | null)[] => [0, 1, 2].map((fan) => replicaOf(table.get(fanId(fan)))),
    keys: (): readonly EntryKey[] => [0, 1, 2].map((fan) => ({ campaignId, globalUserId: fanId(fan) })),
  };
};

const assignmentOf = (campaignId: string, globalUserId: string, index: number): Assignment => {
  const { verdict, market, code } = awards[index % awards.length] ?? { verdict: 'LOSER' };
  const marketId = `${campaignId}-${market ?? 'london'}`;
  const selection: EntrySelection = { drawId: `${campaignId}/1`, position: index + 1, waitlist: [], ...(market === undefined ? {} : { marketId }) };
  const accessCode = code === undefined ? {} : { accessCode: `${campaignId}-${code}` };
  return { campaignId, marketId, codes: code === undefined ? 'shared' : 'unique', entries: [{ globalUserId, verdict, selection, ...accessCode }] };
};

/** What the store should give back for a state of the table. */
export const replicaOf = (write: ReplicaWrite | undefined, score = 500): Replica | null => {
  if (write === undefined) return null;
  const { userInfo: _, rankedMarkets: __, ...replica } = write;
  return { ...replica, score };
};

/** The newest of some states, by the rule of the demand-table. */
export const newestOf = (states: readonly ReplicaWrite[]): ReplicaWrite | undefined =>
  states.reduce<ReplicaWrite | undefined>((newest, state) => (newest === undefined || isNewer(state, newest) ? state : newest), undefined);
