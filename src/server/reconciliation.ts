import type { EntryItem, EntryKey } from '../domain/entry.ts';
import type { EntryChange } from '../domain/message.ts';
import { RegError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { EntryTable } from '../ports/entry-table.ts';
import type { OutgoingMessage, QueueSender } from '../ports/queue.ts';
import type { ClientOf, HandlersOf } from '../services/contract.ts';
import type { EntryDocument, entryContract } from '../services/entry/contract.ts';
import type { operatorContract, TableEntry } from './operator-contract.ts';

export interface ReconciliationOptions {
  readonly entryTable: Pick<EntryTable, 'getBatch' | 'list'>;
  readonly entryService: Pick<ClientOf<typeof entryContract>, 'getEntries'>;
  readonly saveEntriesQueue: QueueSender<EntryChange>;
  readonly clock: Clock;
}

type Handlers = Pick<HandlersOf<typeof operatorContract>, 'listTable' | 'replicate'>;

const PAGE = 100;

/** Reads the demand-table for a comparison, and sends again what was found to differ, on the way that changes take. */
export const createReconciliationHandlers = ({ entryTable, entryService, saveEntriesQueue, clock }: ReconciliationOptions): Handlers => ({
  listTable: async ({ params: { campaignId }, query: { after = null, limit = PAGE } }) => {
    const { items, next } = await entryTable.list(campaignId, after, limit);
    return { entries: items.map(shownEntry), next };
  },
  replicate: async ({ params: { campaignId }, body: { globalUserIds } }, { correlationId }) => {
    const keys = [...new Set(globalUserIds)].map((globalUserId): EntryKey => ({ campaignId, globalUserId }));
    const items = await entryTable.getBatch(keys);
    const gone = keys.filter((_, index) => items[index] === null);
    const replicas =
      gone.length === 0
        ? []
        : (await entryService.getEntries({ body: { campaignId, globalUserIds: gone.map(({ globalUserId }) => globalUserId) } }, { correlationId })).entries;
    const messages: OutgoingMessage<EntryChange>[] = [
      ...items.filter((item) => item !== null).map((item) => ({ body: changeOf(item), correlationId })),
      ...replicas.filter((replica) => replica !== null).map((replica) => ({ body: removalOf(replica, clock), correlationId })),
    ];
    const { failed } = await saveEntriesQueue.send(messages);
    if (failed.length > 0) throw new RegError('SERVICE_UNAVAILABLE', `${failed.length} of ${messages.length} changes could not be queued. Send them again.`);
    return { sent: messages.length, unknown: keys.length - messages.length };
  },
});

const shownEntry = ({
  PK: _pk,
  SK: _sk,
  campaignId: _campaign,
  userInfo: _user,
  rankedMarkets: _markets,
  correlationId: _id,
  traceparent: _trace,
  ...shown
}: EntryItem): TableEntry => shown;

const changeOf = (item: EntryItem): EntryChange => ({
  eventName: 'MODIFY',
  keys: { campaignId: item.campaignId, globalUserId: item.globalUserId },
  at: item.updatedAt,
  newImage: item,
});

/** Of a removed item nothing is left but its replica; what that lacks, no later hop asks of a removal. */
const removalOf = ({ score: _score, ...replica }: EntryDocument, clock: Clock): EntryChange => {
  const { campaignId, globalUserId } = replica;
  const userInfo = { globalUserId, email: '', firstName: '', lastName: '', locale: '' };
  return {
    eventName: 'REMOVE',
    keys: { campaignId, globalUserId },
    at: new Date(clock.now()).toISOString(),
    oldImage: { PK: '', SK: 'ENTRY', rankedMarkets: [], userInfo, needsReplication: false, correlationId: '', ...replica },
  };
};
