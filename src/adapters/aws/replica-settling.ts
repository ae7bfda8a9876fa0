import type { EntryKey } from '../../domain/entry.ts';
import { RegError } from '../../errors.ts';
import { readItems } from './batch-read.ts';
import { type Knowledge, nameOf, type ReplicaChange, type ReplicaTable, writeChanges } from './replica-changes.ts';
import type { CodeHolders, Decision } from './replica-decisions.ts';
import { type KnownReplica, knownFrom, replicaKey } from './replica-items.ts';

/** One write to one entry. What it comes to is decided on the state that is there, again and again until that still is. */
export interface Step<Outcome> {
  readonly key: EntryKey;
  /** Nearly always the first of its key, so that this is guessed and no read is paid for. */
  readonly isFirst: boolean;
  decide(held: KnownReplica['state'], holders: CodeHolders): Decision<Outcome>;
}

const ATTEMPTS = 10;
const UNSEEN: KnownReplica = { state: null, revision: 0 };

/** The outcomes of the steps, in their order; steps of one key follow one another. Throws `CONFLICT` where others are always first. */
export const settle = async <Outcome>(table: ReplicaTable, steps: readonly Step<Outcome>[]): Promise<readonly Outcome[]> => {
  const knowledge: Knowledge = { replicas: await readReplicas(table, steps), holders: new Map() };
  const outcomes = new Array<Outcome>(steps.length);
  let open: readonly number[] = [...steps.keys()];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { changes, postponed } = decideAll(steps, open, knowledge, outcomes);
    const failed = await writeChanges(table, changes, knowledge);
    open = open.filter((place) => postponed.has(place) || failed.has(nameOf((steps[place] as Step<Outcome>).key)));
    if (open.length === 0) return outcomes;
  }
  throw new RegError('CONFLICT', `${open.length} of ${steps.length} entries were always written by others first. Try again.`);
};

const readReplicas = async ({ client, tableName, pause }: ReplicaTable, steps: readonly Step<unknown>[]): Promise<Map<string, KnownReplica>> => {
  const wanted = [...new Map(steps.flatMap(({ key, isFirst }) => (isFirst ? [] : [[nameOf(key), key] as const])))];
  const items = await readItems(
    client,
    tableName,
    wanted.map(([, key]) => replicaKey(key)),
    pause,
  );
  return new Map(wanted.map(([name], index) => [name, knownFrom(items[index])]));
};

/** Takes the steps in order. Of two entries that claim one code the second is postponed until it is known who got it. */
const decideAll = <Outcome>(steps: readonly Step<Outcome>[], open: readonly number[], { replicas, holders }: Knowledge, outcomes: Outcome[]) => {
  const changes = new Map<string, ReplicaChange>();
  const claimed = new Map<string, string>();
  const postponed = new Set<number>();
  const waiting = new Set<string>();
  for (const place of open) {
    const step = steps[place] as Step<Outcome>;
    const name = nameOf(step.key);
    const before = replicas.get(name) ?? UNSEEN;
    const change = changes.get(name) ?? { key: step.key, before, after: before.state, claims: [] };
    const { outcome, state, claim } = step.decide(change.after, holders);
    const isOpen = claim !== undefined && holders.get(claim.codeHash) === undefined;
    if (waiting.has(name) || (isOpen && (claimed.get(claim.codeHash) ?? name) !== name)) {
      waiting.add(name);
      postponed.add(place);
      continue;
    }
    const isNew = isOpen && !claimed.has(claim.codeHash);
    if (isNew) claimed.set(claim.codeHash, name);
    outcomes[place] = outcome;
    changes.set(name, { ...change, after: state, claims: isNew ? [...change.claims, claim] : change.claims });
  }
  return { changes: [...changes.values()].filter(({ before, after }) => after !== before.state), postponed };
};
