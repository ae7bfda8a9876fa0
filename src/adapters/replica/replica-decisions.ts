import { hash } from 'node:crypto';
import { type EntryKey, isNewer } from '../../domain/entry.ts';
import { type Award, awardOutcome, isAheadOf } from '../../domain/replica.ts';
import type { Assignment, ReplicaState, ReplicaWrite } from '../../ports/entry-store.ts';
import type { LivingReplica, StoredReplica, Tombstone } from './stored-replica.ts';

/** What a step makes of the state it meets: the same state, if nothing is to be written. */
export interface Decision<Outcome> {
  readonly outcome: Outcome;
  readonly state: StoredReplica | null;
  readonly claim?: CodeClaim;
}

/** Makes an entry a code's one holder, unless there is one; who is met by another is decided anew, with that known. */
export interface CodeClaim {
  readonly codeHash: string;
  readonly holder: string;
}

/** Holders by the hash of the code, as far as known. */
export type CodeHolders = ReadonlyMap<string, string>;

export interface UpsertResult {
  readonly outcome: 'applied' | 'stale';
  readonly scored: boolean;
}

export const decideUpsert = (held: StoredReplica | null, write: ReplicaWrite, score: number | null): Decision<UpsertResult> => {
  if (held !== null && !isNewer(write, held)) return { state: held, outcome: { outcome: 'stale', scored: held.deleted === true || held.score !== undefined } };
  const life = held === null || held.deleted || held.createdAt !== write.createdAt ? null : held;
  const nextScore = life?.scoreGiven === true ? life.score : (score ?? life?.score);
  const { entry, rankedMarkets, version, createdAt, updatedAt, fanModifiedAt, linkedFrom, userInfo, accessCode, selection } = write;
  const state: LivingReplica = {
    ...{ entry, rankedMarkets, version, createdAt, updatedAt, fanModifiedAt },
    ...(linkedFrom === undefined ? {} : { linkedFrom }),
    ...awardOf(life !== null && isAheadOf(life, write) ? life : write),
    email: userInfo.email.trim().toLowerCase(),
    ...(userInfo.memberId === undefined ? {} : { memberId: userInfo.memberId }),
    ...(nextScore === undefined ? {} : { score: nextScore }),
    ...(life?.scoreGiven === true ? { scoreGiven: true as const } : {}),
  };
  const result = { state, outcome: { outcome: 'applied', scored: nextScore !== undefined } } as const;
  // A replica that is made anew has to learn again which codes were ever in use. A shared one is no one's.
  const isNew = accessCode !== undefined && selection?.sharedCode !== true && accessCode !== (held?.deleted ? undefined : held?.accessCode);
  return isNew ? { ...result, claim: { codeHash: hashOf(accessCode), holder: holderOf(write, write.createdAt) } } : result;
};

export const decideRemove = (held: StoredReplica | null, { version, createdAt }: ReplicaState): Decision<'deleted' | 'stale'> => {
  if (held !== null && isNewer(held, { version, createdAt })) return { state: held, outcome: 'stale' };
  const isBuried = held?.deleted === true && held.version === version && held.createdAt === createdAt;
  return { state: isBuried ? held : tombstone({ version, createdAt }), outcome: 'deleted' };
};

export const decideAssign = (
  held: StoredReplica | null,
  { campaignId, codes }: Assignment,
  entry: Assignment['entries'][number],
  holders: CodeHolders,
): Decision<'assigned' | 'unchanged' | 'absent' | 'refused'> => {
  if (held === null || held.deleted) return { state: held, outcome: 'absent' };
  const outcome = awardOutcome(held, entry);
  if (outcome !== 'assign') return { state: held, outcome };
  const { verdict: _verdict, accessCode: _code, selection: _selection, ...rest } = held;
  const assigned = { state: { ...rest, ...awardOf(entry) }, outcome: 'assigned' } as const;
  if (entry.accessCode === undefined || codes === 'shared') return assigned;
  const claim = { codeHash: hashOf(entry.accessCode), holder: holderOf({ campaignId, globalUserId: entry.globalUserId }, held.createdAt) };
  const holder = holders.get(claim.codeHash);
  return holder === undefined || holder === claim.holder ? { ...assigned, claim } : { state: held, outcome: 'refused' };
};

/** Buries what is there if it has the address and member id that were taken off the invite lists. */
export const decideErase = (held: StoredReplica | null, seen: Pick<LivingReplica, 'email' | 'memberId'>): Decision<'erased' | 'again'> => {
  if (held === null || held.deleted) return { state: held, outcome: 'erased' };
  if (held.email !== seen.email || held.memberId !== seen.memberId) return { state: held, outcome: 'again' };
  return { state: tombstone(held), outcome: 'erased' };
};

const tombstone = ({ version, createdAt }: Pick<StoredReplica, 'version' | 'createdAt'>): Tombstone => ({ deleted: true, version, createdAt });

const awardOf = ({ verdict, accessCode, selection }: Award): Award => ({
  verdict,
  ...(accessCode === undefined ? {} : { accessCode }),
  ...(selection === undefined ? {} : { selection }),
});

const hashOf = (text: string): string => hash('sha256', text, 'base64url');

/** Names one life of an entry without naming the fan. */
const holderOf = ({ campaignId, globalUserId }: EntryKey, createdAt: string): string => hashOf(`${campaignId}\n${globalUserId}\n${createdAt}`);
