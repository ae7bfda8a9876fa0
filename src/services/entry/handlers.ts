import type { InviteKey } from '../../domain/campaign.ts';
import { normaliseEmail } from '../../domain/email-address.ts';
import { withinPayload } from '../../domain/payload-size.ts';
import { normaliseText } from '../../domain/text-rules.ts';
import { RegError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Assignment, EntryStore, ReplicaPage, ScoreSubject } from '../../ports/entry-store.ts';
import type { HandlersOf } from '../contract.ts';
import type { entryContract } from './contract.ts';
import type { ScoreProvider } from './score-provider.ts';

export interface EntryServiceOptions {
  readonly store: EntryStore;
  readonly scores: ScoreProvider;
  readonly log: Log;
}

const DEFAULT_PAGE = 100;
const MAX_SCORE = 1000;

/** The rules behind the Entry Service's contract. What decides between two writes is the store's (src/domain/replica.ts). */
export const createEntryHandlers = ({ store, scores, log }: EntryServiceOptions): HandlersOf<typeof entryContract> => {
  const scoresOf = async (subjects: readonly ScoreSubject[]): Promise<readonly (number | null)[]> => {
    try {
      const found = await scores.score(subjects);
      return subjects.map((_, index) => validScore(found[index]));
    } catch (error) {
      log.warn({ entries: subjects.length, error: error instanceof Error ? error.name : 'unknown error' }, 'scoring failed; it will be asked for again');
      return subjects.map(() => null);
    }
  };

  return {
    upsertEntries: async ({ body: { entries } }) => {
      const found = await scoresOf(entries.map(({ campaignId, globalUserId, userInfo: { memberId } }) => subjectOf(campaignId, globalUserId, memberId)));
      const results = await store.upsert(entries, found);
      return { results: results.map(({ outcome, scored }, index) => ({ ...keyAt(entries, index), outcome, scored })) };
    },
    deleteEntries: async ({ body: { entries } }) => {
      const outcomes = await store.remove(entries);
      return { results: outcomes.map((outcome, index) => ({ ...keyAt(entries, index), outcome })) };
    },
    getEntry: async ({ params }) => {
      const [replica] = await store.getBatch([params]);
      if (replica == null) throw new RegError('NOT_FOUND', 'The fan has no entry in this campaign.');
      return replica;
    },
    getEntries: async ({ body: { campaignId, globalUserIds } }) => {
      const replicas = await store.getBatch(globalUserIds.map((globalUserId) => ({ campaignId, globalUserId })));
      return { entries: [...replicas] };
    },
    listEntries: async ({ params: { campaignId }, query: { after, limit = DEFAULT_PAGE, verdict, part } }) => {
      if (part !== undefined && !store.parts.includes(part))
        throw new RegError('INPUT_INVALID', 'part in the query must be one of those that listEntryParts answers.', {
          detail: { part: 'query', field: 'part', rule: 'enum' },
        });
      const filter = { ...(verdict === undefined ? {} : { verdict }), ...(part === undefined ? {} : { part }) };
      return pageOf(await store.listByCampaign(campaignId, { limit, ...(after === undefined ? {} : { after }), ...filter }));
    },
    listEntryParts: async () => ({ parts: [...store.parts] }),
    getEntriesByMarket: async ({ params: { marketId }, query: { after, limit = DEFAULT_PAGE } }) =>
      pageOf(await store.listByMarket(marketId, { limit, ...(after === undefined ? {} : { after }) })),
    countEntries: async ({ params: { campaignId } }) => {
      const { entries, byVerdict, byMarket } = await store.count(campaignId);
      return { entries, byVerdict: { ...byVerdict }, byMarket: { ...byMarket } };
    },
    assignCodes: async ({ body: assignment }) => {
      checkAssignment(assignment);
      const outcomes = await store.assign(assignment);
      return { results: outcomes.map((outcome, index) => ({ globalUserId: assignment.entries[index]?.globalUserId ?? '', outcome })) };
    },
    checkInvite: async ({ params: { campaignId }, body: { key, value } }) => ({ invited: await store.isInvited(campaignId, key, inviteValue(key, value)) }),
    importInvites: async ({ params: { campaignId }, body: { key, values } }) => {
      const imported = await store.addInvites(
        campaignId,
        key,
        values.map((value) => inviteValue(key, value)),
      );
      return { imported, duplicates: values.length - imported };
    },
    importScores: async ({ params: { campaignId }, body: { scores: given } }) => {
      // Of two for one fan the later one counts.
      const scoreOf = new Map(given.map(({ globalUserId, score }) => [globalUserId, score]));
      const subjects = await store.scoreSubjects([...scoreOf.keys()].map((globalUserId) => ({ campaignId, globalUserId })));
      const known = subjects.filter((subject) => subject !== null);
      await store.setScores(
        known.map(({ globalUserId, createdAt }) => ({ campaignId, globalUserId, createdAt, score: scoreOf.get(globalUserId) ?? 0 })),
        'operator',
      );
      return { imported: known.length, unknown: scoreOf.size - known.length };
    },
    refreshScores: async ({ body: { entries } }) => {
      const subjects = (await store.scoreSubjects(entries)).filter((subject) => subject !== null);
      const found = await scoresOf(subjects);
      const scored = subjects.flatMap((subject, index) => {
        const score = found[index] ?? null;
        return score === null ? [] : [{ ...subject, score }];
      });
      await store.setScores(scored, 'provider');
      const failed = subjects.filter((_, index) => (found[index] ?? null) === null);
      return { failed: failed.map(({ campaignId, globalUserId }) => ({ campaignId, globalUserId })) };
    },
    eraseFan: async ({ params: { globalUserId } }) => {
      return { invites: await store.eraseFan(globalUserId) };
    },
    eraseInvites: async ({ body: { emails, memberIds } }) => {
      let invites = 0;
      // Lists that an earlier version took hold what was written in them.
      for (const email of emails)
        for (const value of new Set([inviteValue('email', email), email.trim().toLowerCase()])) invites += await store.removeInvites('email', value);
      for (const memberId of memberIds)
        for (const value of new Set([inviteValue('memberId', memberId), memberId.trim()])) invites += await store.removeInvites('memberId', value);
      return { invites };
    },
    forgetFan: async ({ params: { globalUserId } }) => ({ marks: await store.forgetFan(globalUserId) }),
  };
};

const subjectOf = (campaignId: string, globalUserId: string, memberId: string | undefined): ScoreSubject =>
  memberId === undefined ? { campaignId, globalUserId } : { campaignId, globalUserId, memberId };

const validScore = (score: number | null | undefined): number | null =>
  typeof score === 'number' && Number.isInteger(score) && score >= 0 && score <= MAX_SCORE ? score : null;

const keyAt = (entries: readonly { readonly campaignId: string; readonly globalUserId: string }[], index: number) => {
  const { campaignId = '', globalUserId = '' } = entries[index] ?? {};
  return { campaignId, globalUserId };
};

/** A page ends early where its entries are large. */
const pageOf = ({ entries, next }: ReplicaPage) => {
  const page = withinPayload(entries);
  return { entries: [...page], next: page.length === entries.length ? next : (page.at(-1)?.globalUserId ?? null) };
};

/** As the fan's own is stored: addresses in lower case with their domain in ASCII, as fans type theirs in any way; ids as they are. */
const inviteValue = (key: InviteKey, value: string): string =>
  key === 'email' ? (normaliseEmail(value) ?? value.trim().toLowerCase()) : key === 'memberId' ? normaliseText(value) : value.trim();

/** A schema can't say these: who wins has won this market and, where codes are unique, holds one; nobody else holds any. */
const checkAssignment = ({ marketId, codes, entries }: Assignment): void => {
  entries.forEach(({ verdict, accessCode, selection }, index) => {
    const refuse = (field: string, rule: string): never => {
      throw new RegError('INPUT_INVALID', `entries.${index}.${field} in the body ${rule}.`, {
        detail: { part: 'body', field: `entries.${index}.${field}`, rule: 'award' },
      });
    };
    if (verdict !== 'WINNER') {
      if (accessCode !== undefined) refuse('accessCode', 'is for winners only');
      return;
    }
    if (selection.marketId !== marketId) refuse('selection.marketId', 'must be the market of the request for a winner');
    if (codes === 'unique' && accessCode === undefined) refuse('accessCode', 'is missing: a winner of a market with unique codes holds one');
  });
};
