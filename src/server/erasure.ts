import { createHmac } from 'node:crypto';
import type { EntryKey } from '../domain/entry.ts';
import { erasedRegistration, registrationKey } from '../domain/pipeline-format.ts';
import { RegError } from '../errors.ts';
import type { EntryTable } from '../ports/entry-table.ts';
import type { EventLog, LogRecord } from '../ports/event-log.ts';
import type { Random } from '../ports/random.ts';
import type { campaignContract } from '../services/campaign/contract.ts';
import { type ClientOf, type HandlersOf, pagesOf } from '../services/contract.ts';
import type { operatorContract } from './operator-contract.ts';

export interface ErasureOptions {
  readonly entryTable: Pick<EntryTable, 'get' | 'getBatch' | 'remove'>;
  readonly campaignService: Pick<ClientOf<typeof campaignContract>, 'listCampaigns'>;
  /** Removes the dead letters that are about a fan, and the fan from those that are about others as well; answers how many. */
  readonly eraseDeadLetters: (globalUserId: string) => Promise<number>;
  /** Removes the fan from files beside the database; null where there are none: mails go through a provider, who keeps what it keeps. */
  readonly eraseFiles: ((globalUserId: string) => Promise<{ readonly mails: number; readonly lines: number }>) | null;
  /** Counts messages and stream records that tell of a fan; null where queues cannot be looked into. */
  readonly countUnderWay: ((globalUserId: string) => Promise<number>) | null;
  /** Published records by full names of topics, and the one of registrations. */
  readonly eventLog: Pick<EventLog, 'erase'>;
  readonly registrationsTopic: string;
  readonly random: Pick<Random, 'bytes'>;
}

type Handlers = Pick<HandlersOf<typeof operatorContract>, 'eraseFan'>;

const PAGE = 100;
/** A fan who changes an entry at this very moment gets ahead of a removal, but not so often. */
const ATTEMPTS = 20;

/**
 * Takes a fan out of what is none of the services'. An entry is removed as a withdrawal does it, so its removal goes all
 * the way: replica, codes, a published deletion.
 */
export const createErasureHandlers = (options: ErasureOptions): Handlers => {
  const { entryTable, campaignService, eraseDeadLetters, eraseFiles, countUnderWay } = options;
  const remove = async (key: EntryKey): Promise<boolean> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const item = await entryTable.get(key);
      if (item === null) return false;
      if ((await entryTable.remove(key, item)) === 'removed') return true;
    }
    throw new RegError('CONFLICT', 'The fan changes an entry again and again while it is to be removed. Try again.');
  };

  return {
    eraseFan: async ({ params: { globalUserId } }, { correlationId }) => {
      let entries = 0;
      const campaigns: string[] = [];
      for await (const page of pagesOf(campaignService.listCampaigns, { query: { limit: PAGE } }, { correlationId })) {
        const keys = page.campaigns.map(({ id }): EntryKey => ({ campaignId: id, globalUserId }));
        campaigns.push(...keys.map(({ campaignId }) => campaignId));
        const items = await entryTable.getBatch(keys);
        for (const item of items) if (item !== null && (await remove(item))) entries += 1;
      }
      const files = eraseFiles === null ? { mails: 0, lines: 0 } : await eraseFiles(globalUserId);
      const deadLetters = await eraseDeadLetters(globalUserId);
      const records = await erasePublished(options, globalUserId, campaigns);
      return { entries, ...files, deadLetters, records, onTheirWay: countUnderWay === null ? null : await countUnderWay(globalUserId) };
    },
  };
};

/** Each erased record gets an id that nobody can make again, as its salt is forgotten; a record that was published twice gets the same. */
const erasePublished = async (
  { eventLog, registrationsTopic, random }: ErasureOptions,
  globalUserId: string,
  campaigns: readonly string[],
): Promise<number | null> => {
  const campaignOf = new Map(campaigns.map((campaignId) => [registrationKey({ campaignId, globalUserId }), campaignId]));
  const salt = random.bytes(32);
  const blank = ({ key, dedupeId, timestamp }: LogRecord): LogRecord => {
    const erased = erasedRegistration(campaignOf.get(key) ?? '', createHmac('sha256', salt).update(dedupeId, 'utf8').digest('hex').slice(0, 32));
    return { key: erased.key, value: JSON.stringify(erased.value), dedupeId: erased.value.dedupe.id, timestamp, correlationId: '' };
  };
  return eventLog.erase(registrationsTopic, new Set(campaignOf.keys()), blank);
};
