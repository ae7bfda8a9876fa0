import type { CampaignWithMarkets } from '../../domain/campaign.ts';
import { forEachInFlight } from '../in-flight.ts';
import { startProgress } from '../progress.ts';
import { IN_FLIGHT, type RunContext, settle } from './stage.ts';

const WITHDRAW = 'mutation ($slug: String!, $fan: String!) { withdrawEntry(slug: $slug, globalUserId: $fan) { isWithdrawn reason } }';

interface Answer {
  readonly withdrawEntry: { readonly isWithdrawn: boolean; readonly reason: string | null };
}

/** Withdraws fans through GraphQL; answers how many of them have withdrawn, in this run or an earlier one. */
export const withdrawFans = async (
  context: RunContext,
  { campaign }: CampaignWithMarkets,
  registered: ReadonlyMap<string, unknown>,
  withdrawals: readonly string[],
): Promise<number> => {
  const { graphql, journal, note } = context;
  const known = new Set(journal.withdrawn);
  let done = 0;
  let withdrawn = 0;
  let strangers = 0;
  const bar = startProgress('withdrawing', withdrawals.length);
  try {
    await forEachInFlight(listed(withdrawals), {
      limit: IN_FLIGHT,
      keyOf: (fan) => fan,
      work: async (fan) => known.has(fan) || (await graphql.request<Answer>(WITHDRAW, { slug: campaign.slug, fan })).withdrawEntry.isWithdrawn,
      settled: async (fan, isWithdrawn) => {
        // An entry that is gone already went in an earlier run that was killed before it could note that.
        if (isWithdrawn || registered.has(fan)) {
          withdrawn += 1;
          if (!known.has(fan)) await journal.addWithdrawal(fan);
        } else strangers += 1;
        done += 1;
        bar.reached(done);
      },
    });
  } finally {
    bar.end();
  }
  await journal.save();
  if (strangers > 0) note(`${strangers} of the fans who are to withdraw were never registered.`);
  await settle(context, Number.POSITIVE_INFINITY);
  return withdrawn;
};

const listed = async function* (fans: readonly string[]): AsyncGenerator<string> {
  yield* fans;
};

/** Promotes from the waitlist in every market. */
export const refreshMarkets = async (context: RunContext, { markets }: CampaignWithMarkets): Promise<void> => {
  for (const { id } of markets) await context.connection.campaign.refreshMarket({ params: { marketId: id } });
  await settle(context, Number.POSITIVE_INFINITY);
};
