import type { EntryKey } from '../../domain/entry.ts';
import { RegError } from '../../errors.ts';
import type { CodeClaim, CodeHolders, Decision } from './replica-decisions.ts';
import type { StoredReplica } from './stored-replica.ts';

/** One write to one entry. What it comes to is decided on the state that is there, again and again until that still is. */
export interface Step<Outcome> {
  readonly key: EntryKey;
  /** Nearly always the first of its key, so that this is guessed and no read is paid for. */
  readonly isFirst: boolean;
  decide(held: StoredReplica | null, holders: CodeHolders): Decision<Outcome>;
}

/** What was read of a key: its state, and whatever the storage makes its writes conditional on. */
export interface KnownReplica {
  readonly state: StoredReplica | null;
}

/** What one attempt decided for a key: all its steps as one write. */
export interface ReplicaChange<Known extends KnownReplica> {
  readonly key: EntryKey;
  readonly before: Known;
  readonly after: StoredReplica;
  readonly claims: readonly CodeClaim[];
}

/** What is known of the storage; writes that failed bring it up to date. */
export interface Knowledge<Known extends KnownReplica> {
  readonly replicas: Map<string, Known>;
  readonly holders: Map<string, string>;
}

/** Where replicas are kept. */
export interface ReplicaStorage<Known extends KnownReplica> {
  /** What is known of a key that was never seen. */
  readonly unseen: Known;
  /** In the order asked. */
  read(keys: readonly EntryKey[]): Promise<readonly Known[]>;
  /** Writes each change whole or not at all. The names of those that met another write, which `knowledge` then has. */
  write(changes: readonly ReplicaChange<Known>[], knowledge: Knowledge<Known>): Promise<ReadonlySet<string>>;
}

const ATTEMPTS = 10;

export const nameOf = ({ campaignId, globalUserId }: EntryKey): string => `${campaignId}#${globalUserId}`;

/** The outcomes of the steps, in their order; steps of one key follow one another. Throws `CONFLICT` where others are always first. */
export const settle = async <Outcome, Known extends KnownReplica>(
  storage: ReplicaStorage<Known>,
  steps: readonly Step<Outcome>[],
): Promise<readonly Outcome[]> => {
  const knowledge: Knowledge<Known> = { replicas: await readReplicas(storage, steps), holders: new Map() };
  const outcomes = new Array<Outcome>(steps.length);
  let open: readonly number[] = [...steps.keys()];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { changes, postponed } = decideAll(storage, steps, open, knowledge, outcomes);
    const failed = await storage.write(changes, knowledge);
    open = open.filter((place) => postponed.has(place) || failed.has(nameOf((steps[place] as Step<Outcome>).key)));
    if (open.length === 0) return outcomes;
  }
  throw new RegError('CONFLICT', `${open.length} of ${steps.length} entries were always written by others first. Try again.`);
};

const readReplicas = async <Known extends KnownReplica>(storage: ReplicaStorage<Known>, steps: readonly Step<unknown>[]): Promise<Map<string, Known>> => {
  const wanted = [...new Map(steps.flatMap(({ key, isFirst }) => (isFirst ? [] : [[nameOf(key), key] as const])))];
  const found = await storage.read(wanted.map(([, key]) => key));
  return new Map(wanted.map(([name], index) => [name, found[index] ?? storage.unseen]));
};

interface Plan<Known extends KnownReplica> {
  readonly key: EntryKey;
  readonly before: Known;
  readonly after: StoredReplica | null;
  readonly claims: readonly CodeClaim[];
}

/** Takes the steps in order. Of two entries that claim one code the second is postponed until it is known who got it. */
const decideAll = <Outcome, Known extends KnownReplica>(
  storage: ReplicaStorage<Known>,
  steps: readonly Step<Outcome>[],
  open: readonly number[],
  { replicas, holders }: Knowledge<Known>,
  outcomes: Outcome[],
) => {
  const plans = new Map<string, Plan<Known>>();
  const claimed = new Map<string, string>();
  const postponed = new Set<number>();
  const waiting = new Set<string>();
  for (const place of open) {
    const step = steps[place] as Step<Outcome>;
    const name = nameOf(step.key);
    const before = replicas.get(name) ?? storage.unseen;
    const plan = plans.get(name) ?? { key: step.key, before, after: before.state, claims: [] };
    const { outcome, state, claim } = step.decide(plan.after, holders);
    const isOpen = claim !== undefined && holders.get(claim.codeHash) === undefined;
    if (waiting.has(name) || (isOpen && (claimed.get(claim.codeHash) ?? name) !== name)) {
      waiting.add(name);
      postponed.add(place);
      continue;
    }
    const isNew = isOpen && !claimed.has(claim.codeHash);
    if (isNew) claimed.set(claim.codeHash, name);
    outcomes[place] = outcome;
    plans.set(name, { ...plan, after: state, claims: isNew ? [...plan.claims, claim] : plan.claims });
  }
  const changes = [...plans.values()].flatMap(({ after, ...plan }): ReplicaChange<Known>[] =>
    after === null || after === plan.before.state ? [] : [{ ...plan, after }],
  );
  return { changes, postponed };
};
