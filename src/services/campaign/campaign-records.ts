import type { Campaign, CampaignWithMarkets, Market } from '../../domain/campaign.ts';
import { campaignFromFile } from '../../domain/campaign-rules.ts';
import { type DrawMarket, type DrawRules, parseRules, rulesOf } from '../../domain/draw/draw-rules.ts';
import { commitmentTo, drawSecretName, SECRET_BYTES } from '../../domain/draw/seed.ts';
import { referenceKeyName } from '../../domain/fan-reference.ts';
import type { Problem } from '../../domain/file-fields.ts';
import type { PipelineSource } from '../../domain/pipeline-record.ts';
import { RegError } from '../../errors.ts';
import type { CallContext, HandlersOf } from '../contract.ts';
import type { campaignContract } from './contract.ts';
import type { CampaignServiceParts } from './handlers.ts';
import { whileHeld } from './held-draw.ts';
import { sendAll } from './send-all.ts';

type Saved = Awaited<ReturnType<CampaignServiceParts['store']['save']>>;

type RecordHandlers = Pick<
  HandlersOf<typeof campaignContract>,
  'listCampaigns' | 'getCampaign' | 'getCampaignBySlug' | 'getMarket' | 'putCampaign' | 'setStatus' | 'setNotification'
>;

/** Campaigns and markets. Each write is followed by a record of what changed on `dataQueue`, and by forgetting what is cached. */
export const createCampaignRecordHandlers = (parts: CampaignServiceParts): RecordHandlers => {
  const { store, draws, secrets, cache, dataQueue, clock, random, log, inTurn } = parts;

  const published = async (changes: readonly PipelineSource[], { correlationId, traceparent }: CallContext): Promise<void> =>
    sendAll(
      'dataQueue',
      dataQueue,
      changes.map((body) => ({ body, correlationId, traceparent })),
    );
  const evict = ({ id, slug }: Campaign, formerSlug = slug): Promise<void> =>
    cache.evict([...new Set([`campaign:${slug}`, `campaign:${id}`, `campaign:id:${id}`, `campaign:${formerSlug}`] as const)]);
  let last = 0;
  /** Each later than those before: records of two changes of one thing are told apart by it. */
  const now = (): string => {
    last = Math.max(clock.now(), last + 1);
    return new Date(last).toISOString();
  };

  /**
   * Saves what may lack markets that were there. Those are told as gone before: a call that breaks off in between is
   * repeated, and would know nothing of them afterwards. Where nothing was saved, what is there still is told anew.
   */
  const saveInPlaceOf = async (existing: CampaignWithMarkets, next: CampaignWithMarkets, call: CallContext): Promise<Saved> => {
    const kept = new Set(next.markets.map(({ id }) => id));
    const removed = existing.markets.filter(({ id }) => !kept.has(id));
    if (removed.length === 0) return store.save(next);
    const at = now();
    await published(
      removed.flatMap((market) => marketRecords(market, at).map((record) => ({ ...record, isDeleted: true as const }))),
      call,
    );
    let saved: Saved = 'slug-taken';
    try {
      saved = await store.save(next);
      return saved;
    } finally {
      if (typeof saved === 'string') await published(recordsOf(existing, now()), call);
    }
  };

  /** The secret has to be there, and its commitment public, before anybody registers. */
  const makeSecrets = async (campaignId: string): Promise<void> => {
    await secrets.getOrCreate(referenceKeyName(campaignId), () => random.bytes(SECRET_BYTES));
    const secret = await secrets.getOrCreate(drawSecretName(campaignId), () => random.bytes(SECRET_BYTES));
    await draws.publishCommitment(campaignId, commitmentTo(secret));
  };

  const refuseFrozen = async ({ campaign, markets }: CampaignWithMarkets): Promise<void> => {
    for (const { draw, rules, drawn } of await draws.draws(campaign.id)) {
      const frozen = parseRules(rules);
      const changed = frozen.ok ? whatDiffers(frozen.value, rulesOf(campaign, comparable(frozen.value, drawn !== null, markets), frozen.value)) : [];
      if (changed.length > 0)
        throw new RegError('STATE_INVALID', `Draw ${draw} of the campaign ${campaign.id} is frozen, so ${changed.join(', ')} cannot change any more.`, {
          detail: { changed },
        });
    }
  };

  /**
   * Saves a campaign while no draw of it is being frozen, and shuts out an attempt at that which went silent: it was to
   * freeze what the campaign was before.
   */
  const saveUnfrozen = (existing: CampaignWithMarkets, next: CampaignWithMarkets, call: CallContext): Promise<Saved> =>
    nextDraw(next.campaign.id).then((draw) =>
      whileHeld(parts, next.campaign.id, draw, async () => {
        await draws.beginFreeze(next.campaign.id, draw);
        await refuseFrozen(next);
        return saveInPlaceOf(existing, next, call);
      }),
    );
  /** Which of them are another campaign's, in the terms of the file. */
  const takenMarkets = async ({ campaign, markets }: CampaignWithMarkets): Promise<readonly Problem[]> => {
    const taken: Problem[] = [];
    for (const [index, { id }] of markets.entries()) {
      const holder = (await store.market(id))?.campaignId ?? campaign.id;
      const problem = `${id} is a market of the campaign ${holder} already; a market's id is unique over all campaigns`;
      if (holder !== campaign.id) taken.push({ path: `markets[${index}].id`, problem });
    }
    return taken.length > 0 ? taken : [{ path: 'markets', problem: 'holds the id of a market of another campaign' }];
  };

  /** A gate that asks for an entry where nobody can have one would let nobody in, and no fan could be told why. */
  const requireLinked = async ({ id, gate }: Campaign): Promise<void> => {
    const linked = gate?.linkedCampaign;
    if (linked === undefined || (await store.campaignById(linked)) !== null) return;
    throw new RegError(
      'STATE_INVALID',
      `The gate of ${id} asks for an entry in the campaign ${linked}, and there is none of that id: apply that one first, or correct gate.linkedCampaign.`,
      { detail: { linkedCampaign: linked } },
    );
  };
  const nextDraw = async (campaignId: string): Promise<number> => (await draws.draws(campaignId)).length + 1;

  return {
    listCampaigns: async ({ query: { after, limit = 100 } }) => {
      const all = await store.campaigns();
      const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
      if (after !== undefined && from === 0) throw new RegError('INPUT_INVALID', '`after` has to be the `next` of the page before.');
      const campaigns = all.slice(from, from + limit);
      return { campaigns, next: from + limit < all.length ? (campaigns.at(-1)?.id ?? null) : null };
    },
    getCampaign: async ({ params }) => answerOf(await parts.campaign(params.campaignId)),
    getCampaignBySlug: async ({ params: { slug } }) => {
      const found = await store.campaignBySlug(slug);
      if (found === null) throw new RegError('NOT_FOUND', `There is no campaign with the slug ${slug}: "reg campaign list" shows what there is.`);
      return answerOf(found);
    },
    getMarket: async ({ params: { marketId } }) => (await store.market(marketId)) ?? noMarket(marketId),

    putCampaign: ({ params: { campaignId }, body: { file } }, call) =>
      inTurn(campaignId, async () => {
        const { campaign: parsed, problems } = campaignFromFile(file);
        if (parsed === null) throw campaignInvalid(problems);
        if (parsed.campaign.id !== campaignId)
          throw campaignInvalid([{ path: 'id', problem: `is ${parsed.campaign.id}, but the campaign was put under ${campaignId}` }]);
        const existing = await store.campaignById(campaignId);
        if (existing?.campaign.status === 'OPEN') await requireLinked(parsed.campaign);
        await makeSecrets(campaignId);
        const saved = await (existing === null ? store.save(parsed) : saveUnfrozen(existing, parsed, call));
        if (saved === 'slug-taken') throw campaignInvalid([{ path: 'slug', problem: 'belongs to another campaign' }]);
        if (saved === 'market-taken') throw campaignInvalid(await takenMarkets(parsed));
        await evict(saved.campaign, existing?.campaign.slug);
        await published(recordsOf(saved, now()), call);
        log.info({ campaignId, markets: saved.markets.length, created: existing === null }, 'campaign put');
        return answerOf(saved);
      }),

    setStatus: ({ params: { campaignId }, body: { status } }, call) =>
      inTurn(campaignId, async () => {
        const known = status === 'OPEN' ? await store.campaignById(campaignId) : null;
        if (known !== null) await requireLinked(known.campaign);
        const campaign = await store.setStatus(campaignId, status);
        if (campaign === null) throw new RegError('NOT_FOUND', `There is no campaign ${campaignId}: "reg campaign list" shows what there is.`);
        await evict(campaign);
        await published([{ type: 'CAMPAIGN', at: now(), data: campaign }], call);
        log.info({ campaignId, status }, 'campaign status set');
        return campaign;
      }),

    setNotification: async ({ params: { marketId }, body: { notification } }, call) => {
      const { campaignId } = (await store.market(marketId)) ?? noMarket(marketId);
      return inTurn(campaignId, async () => {
        const market = (await store.setNotification(marketId, notification)) ?? noMarket(marketId);
        await evict((await parts.campaign(campaignId)).campaign);
        await published([{ type: 'MARKET', at: now(), data: market }], call);
        return market;
      });
    },
  };
};

const answerOf = ({ campaign, markets }: CampaignWithMarkets) => ({ campaign, markets: [...markets] });

const noMarket = (marketId: string): never => {
  throw new RegError('NOT_FOUND', `There is no market ${marketId}: "reg campaign show" lists those of a campaign.`);
};

const campaignInvalid = (problems: readonly Problem[]): RegError =>
  new RegError(
    'CAMPAIGN_INVALID',
    `The campaign cannot be taken as it is: ${problems.map(({ path, problem }) => `${path || 'the file'} ${problem}`).join('; ')}.`,
    {
      detail: { problems },
    },
  );

const recordsOf = ({ campaign, markets }: CampaignWithMarkets, at: string): readonly PipelineSource[] => [
  { type: 'CAMPAIGN', at, data: campaign },
  ...markets.flatMap((market) => marketRecords(market, at)),
];

const marketRecords = (market: Market, at: string) =>
  [
    { type: 'MARKET', at, data: market },
    { type: 'EVENT_MAPPING', at, data: { id: market.id, campaignId: market.campaignId, event: market.event } },
  ] as const satisfies readonly PipelineSource[];

/**
 * The markets as a frozen draw would have them. One that is drawn, or of what was left of some markets, binds no more than
 * that they stay and none has fewer places: more of them are for later draws, and so are other markets.
 */
const comparable = ({ draw, markets: frozen }: DrawRules, isDrawn: boolean, markets: readonly Market[]): readonly DrawMarket[] => {
  const isWhole = draw === 1 && !(frozen.length === 1 && markets.length > 1);
  if (isWhole && !isDrawn) return markets;
  const now = new Map(markets.map((market) => [market.id, market]));
  return frozen.flatMap((before) => {
    const market = now.get(before.id);
    if (market === undefined) return [];
    return market.capacity >= before.capacity && market.waitlistCapacity >= before.waitlistCapacity ? [before] : [market];
  });
};

const whatDiffers = (frozen: DrawRules, next: DrawRules): readonly string[] => {
  const names = {
    method: 'selection.method',
    priorityGroups: 'selection.priorityGroups',
    markets: 'the markets and their capacities (of which there may be more once it is drawn)',
    publicRandomness: 'selection.publicRandomness',
  } as const;
  return (['method', 'priorityGroups', 'markets', 'publicRandomness'] as const)
    .filter((key) => JSON.stringify(frozen[key]) !== JSON.stringify(next[key]))
    .map((key) => names[key]);
};
