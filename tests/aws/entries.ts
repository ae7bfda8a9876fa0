import type { Connection } from '../../src/cli/connection.ts';
import type { EntryDocument } from '../../src/services/entry/contract.ts';

/** An entry of the Entry Service without the instants, which no two runs share. */
export type ComparableEntry = Omit<EntryDocument, 'createdAt' | 'updatedAt' | 'fanModifiedAt'>;

const PAGE = 500;

/** All entries of a campaign, by fan. */
export const allEntries = async ({ entry }: Pick<Connection, 'entry'>, campaignId: string): Promise<ReadonlyMap<string, ComparableEntry>> => {
  const found = new Map<string, ComparableEntry>();
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof entry.listEntries>> = await entry.listEntries({
      params: { campaignId },
      query: { limit: PAGE, ...(after === null ? {} : { after }) },
    });
    for (const { createdAt: _, updatedAt: __, fanModifiedAt: ___, ...rest } of page.entries) found.set(rest.globalUserId, rest);
    if (page.next === null) return found;
    after = page.next;
  }
};
