import { setImmediate as nextTurn } from 'node:timers/promises';
import { type DrawRules, formatJsonFile } from '../../domain/draw/draw-rules.ts';
import { countEligible, type Entrants } from '../../domain/draw/entrants.ts';
import { createMerkleTree } from '../../domain/draw/merkle-tree.ts';
import { orderEntrants } from '../../domain/draw/order.ts';
import { createPriorities } from '../../domain/draw/priorities.ts';
import { readEntrants } from '../../domain/draw/read-entrants.ts';
import { commitmentTo, drawSecretName, seedOf } from '../../domain/draw/seed.ts';
import { formatResult, RESULTS_HEADER, type Result, serve } from '../../domain/draw/serving.ts';
import { type Digest, fromHex, sha256, toHex } from '../../domain/draw/sha256.ts';
import { RegError } from '../../errors.ts';
import type { DrawCounts, StoredDraw } from '../../ports/draw-store.ts';
import { packKey, publishFrozen } from './freeze-draw.ts';
import { rulesOf } from './frozen-rules.ts';
import type { CampaignServiceParts } from './handlers.ts';
import { type Held, whileHeld } from './held-draw.ts';
import { fixRandomness } from './public-randomness.ts';

/** Entrants whose priorities are computed before others get a turn: some milliseconds. */
const ENTRANTS_AT_ONCE = 4096;
const RESULTS_A_PAGE = 1000;
/** On DynamoDB a page takes some 40 ms, in which nothing is computed. */
const PAGES_IN_FLIGHT = 4;

/**
 * Draws a frozen draw. Everything follows from what is frozen and the public randomness, which is recorded first, so a
 * run that stopped anywhere is repeated whole and gives the same. draw.json is published last.
 */
export const revealFrozenDraw = async (parts: CampaignServiceParts, draw: StoredDraw, words: string | undefined): Promise<StoredDraw> => {
  if (draw.drawn !== null) return draw;
  return whileHeld(parts, draw.campaignId, draw.draw, async (held) => {
    const now = (await parts.draws.draw(draw.campaignId, draw.draw)) ?? draw;
    return now.drawn === null ? reveal(parts, now, held, words) : now;
  });
};

const reveal = async (parts: CampaignServiceParts, draw: StoredDraw, held: Held, words: string | undefined): Promise<StoredDraw> => {
  const { draws, files, clock, log } = parts;
  const { campaignId } = draw;
  const rules = rulesOf(draw);
  const secret = await openSecret(parts, draw);
  const randomness = await fixRandomness(parts, draw, rules, words);
  const entrants = await readPublished(parts, draw, held, rules);
  const seed = seedOf(secret, fromHex(draw.rulesHash), entrants.root, Buffer.from(randomness?.value ?? '', 'hex'));

  const tally = createTally(rules, entrants);
  const results = serve(rules.markets, entrants, await orderOf(entrants, seed, held));
  await files.write(
    packKey(draw, 'results.csv'),
    resultsFile(results, tally, held, (page) => draws.addResults(campaignId, draw.draw, page)),
  );
  const resultsRoot = toHex(tally.tree.root());
  const record = formatJsonFile({
    version: 1,
    rulesHash: draw.rulesHash,
    entrantsCount: draw.entrantsCount,
    entrantsRoot: draw.entrantsRoot,
    secret: Buffer.from(secret).toString('hex'),
    publicRandomness: randomness,
    seed: toHex(seed),
    resultsRoot,
  });
  await files.write(packKey(draw, 'draw.json'), [record]);
  log.info({ campaignId, draw: draw.draw, entrants: entrants.count }, 'draw drawn');
  return draws.saveDrawn(campaignId, draw.draw, { record, resultsRoot, counts: tally.counts(), drawnAt: new Date(clock.now()).toISOString() });
};

const openSecret = async ({ secrets }: CampaignServiceParts, { campaignId, draw, commitment }: StoredDraw): Promise<Uint8Array> => {
  const secret = await secrets.get(drawSecretName(campaignId, draw));
  if (commitmentTo(secret) !== commitment)
    throw new RegError('DRAW_INVALID', `The secret of the campaign ${campaignId} does not open the commitment of draw ${draw}: it was changed since.`);
  return secret;
};

/** The draw is made from the files as they are published, so they have to be what was frozen. */
const readPublished = async (parts: CampaignServiceParts, draw: StoredDraw, held: Held, rules: DrawRules): Promise<Entrants> => {
  const { files } = parts;
  await publishFrozen(parts, draw, held);
  const changed = (file: string, what: string): RegError =>
    new RegError('DRAW_INVALID', `${packKey(draw, file)} is not what was frozen: ${what}. Restore the file as it was published.`);
  let text = '';
  for await (const chunk of files.read(packKey(draw, 'rules.json'))) text += chunk;
  if (text !== draw.rules) throw changed('rules.json', `its hash is ${toHex(sha256(text))}, not ${draw.rulesHash}`);
  const entrants = await readEntrants(keeping(files.read(packKey(draw, 'entrants.csv')), held), rules, draw.entrantsCount);
  if (typeof entrants === 'string') throw changed('entrants.csv', entrants);
  const root = toHex(entrants.root);
  if (root !== draw.entrantsRoot) throw changed('entrants.csv', `its root is ${root}, not ${draw.entrantsRoot}`);
  return entrants;
};

async function* keeping(chunks: AsyncIterable<string>, held: Held): AsyncGenerator<string> {
  for await (const chunk of chunks) {
    yield chunk;
    await held.keep();
  }
}

const orderOf = async (entrants: Entrants, seed: Digest, held: Held): Promise<Uint32Array> => {
  const priorities = createPriorities(entrants, seed);
  for (let start = 0; start < entrants.count; start += ENTRANTS_AT_ONCE) {
    priorities.compute(start, Math.min(start + ENTRANTS_AT_ONCE, entrants.count));
    await nextTurn();
    await held.keep();
  }
  await held.confirm();
  return orderEntrants(entrants, priorities.bytes);
};

const createTally = (rules: DrawRules, entrants: Entrants) => {
  const tree = createMerkleTree();
  const eligible = countEligible(entrants, rules.markets);
  const markets = new Map(rules.markets.map(({ id }, index) => [id, { eligible: eligible[index] ?? 0, winners: 0, waitlisted: 0 }]));
  let losers = 0;
  return {
    tree,
    add: ({ verdict, marketId, waitlist }: Result): void => {
      if (verdict === 'LOSER') losers += 1;
      const won = marketId === null ? undefined : markets.get(marketId);
      if (won !== undefined) won.winners += 1;
      for (const place of waitlist) {
        const market = markets.get(place.marketId);
        if (market !== undefined) market.waitlisted += 1;
      }
    },
    counts: (): DrawCounts => ({ markets: Object.fromEntries(markets), losers }),
  };
};

/** The file, a page at a time; each of them is kept as well, a few at a time, and all before the last one is given. */
async function* resultsFile(
  results: Iterable<Result>,
  tally: ReturnType<typeof createTally>,
  held: Held,
  keepPage: (page: readonly Result[]) => Promise<void>,
): AsyncGenerator<string> {
  const underWay: Promise<void>[] = [];
  let page: Result[] = [];
  let text = `${RESULTS_HEADER}\n`;
  const begin = (): void => {
    const kept = keepPage(page);
    // Waited for below; one that fails before that is no unhandled rejection.
    kept.catch(() => undefined);
    underWay.push(kept);
  };
  try {
    for (const result of results) {
      const line = formatResult(result);
      tally.tree.add(line);
      tally.add(result);
      page.push(result);
      text += `${line}\n`;
      if (page.length < RESULTS_A_PAGE) continue;
      if (underWay.length >= PAGES_IN_FLIGHT) await underWay.shift();
      begin();
      await held.keep();
      yield text;
      page = [];
      text = '';
    }
    begin();
    await Promise.all(underWay);
    yield text;
  } finally {
    // Nothing is written any more once this has ended.
    await Promise.allSettled(underWay);
  }
}
