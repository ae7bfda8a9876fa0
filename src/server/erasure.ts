import type { EntryKey } from '../domain/entry.ts';
import { RegError } from '../errors.ts';
import type { EntryTable } from '../ports/entry-table.ts';
import type { campaignContract } from '../services/campaign/contract.ts';
import type { ClientOf, HandlersOf } from '../services/contract.ts';
import type { operatorContract } from './operator-contract.ts';

export interface ErasureOptions {
  readonly entryTable: Pick<EntryTable, 'get' | 'getBatch' | 'remove'>;
  readonly campaignService: Pick<ClientOf<typeof campaignContract>, 'listCampaigns'>;
  /** Removes the dead letters that are about a fan; answers how many. */
  readonly eraseDeadLetters: (globalUserId: string) => Promise<number>;
  /** Removes the fan's mails from the outbox; null where mails go through a provider, who keeps what it keeps. */
  readonly eraseMails: ((globalUserId: string) => Promise<number>) | null;
  /** Counts messages and stream records that tell of a fan; null where queues cannot be looked into. */
  readonly countUnderWay: ((globalUserId: string) => Promise<number>) | null;
}

type Handlers = Pick<HandlersOf<typeof operatorContract>, 'eraseFan'>;

const PAGE = 100;
/** A fan who changes an entry at this very moment gets ahead of a removal, but not so often. */
const ATTEMPTS = 20;

/**
 * Takes a fan out of what is neither the Entry Service's nor the User Service's. An entry is removed as a withdrawal does
 * it, so its removal goes all the way: replica, codes, a published deletion.
 */
export const createErasureHandlers = ({ entryTable, campaignService, eraseDeadLetters, eraseMails, countUnderWay }: ErasureOptions): Handlers => {
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
      for (let after: string | null = null, more = true; more; ) {
        const query = { limit: PAGE, ...(after === null ? {} : { after }) };
        const page: Awaited<ReturnType<typeof campaignService.listCampaigns>> = await campaignService.listCampaigns({ query }, { correlationId });
        const keys = page.campaigns.map(({ id }): EntryKey => ({ campaignId: id, globalUserId }));
        const items = await entryTable.getBatch(keys);
        for (const item of items) if (item !== null && (await remove(item))) entries += 1;
        after = page.next;
        more = after !== null;
      }
      const mails = eraseMails === null ? 0 : await eraseMails(globalUserId);
      const deadLetters = await eraseDeadLetters(globalUserId);
      return { entries, mails, deadLetters, onTheirWay: countUnderWay === null ? null : await countUnderWay(globalUserId) };
    },
  };
};
