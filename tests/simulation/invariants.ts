import { isDeepStrictEqual } from 'node:util';
import { verifyPack } from '../../src/domain/draw/verify-pack.ts';
import type { EntryItem } from '../../src/domain/entry.ts';
import { queues, workers } from '../../src/topology.ts';
import { CAPACITY, codesOf, MARKETS, SLUG, UNIQUE_MARKETS } from './campaign.ts';
import { readFanReferences } from './fan-references.ts';
import { checkEvents, checkMails } from './outside-invariants.ts';
import { violations } from './watchers.ts';
import type { World } from './world.ts';

/** Holds a world at rest against the invariants of the flow; each problem names the one it breaks. */
export const problemsOf = async (world: World): Promise<readonly string[]> => {
  const problems: string[] = [];
  const check = (holds: boolean, problem: () => string): void => {
    if (!holds) problems.push(problem());
  };
  const { adapters } = world.node();
  const keys = world.fans.map(({ globalUserId }) => ({ campaignId: SLUG, globalUserId }));
  const items = (await adapters.entryTable.getBatch(keys)).filter((item) => item !== null);

  await checkAcknowledged(world, items, check);
  await checkReplica(world, items, check);
  await checkSelection(world, items, check);
  await checkCodes(world, items, check);
  await checkQueues(world, check);
  await checkMails(world, items, check);
  await checkEvents(world, items, check);
  for (const violation of violations(adapters.engine)) problems.push(violation);
  return problems;
};

export type Checking = (holds: boolean, problem: () => string) => void;

const checkAcknowledged = async ({ fans, node }: World, items: readonly EntryItem[], check: Checking): Promise<void> => {
  const byFan = new Map(items.map((item) => [item.globalUserId, item]));
  check(byFan.size === items.length, () => '2: a fan has two entries');
  for (const { globalUserId, possible } of fans) {
    const item = byFan.get(globalUserId);
    const held = item === undefined ? null : { markets: item.entry.markets, tickets: item.entry.tickets, email: item.userInfo.email };
    check(
      possible.some((wish) => isDeepStrictEqual(wish, held)),
      () => `1: ${globalUserId} holds ${JSON.stringify(held)}, acknowledged was ${JSON.stringify(possible)}`,
    );
    if (item === undefined) continue;
    const profile = await node().adapters.userStore.profile(globalUserId);
    check(
      isDeepStrictEqual(profile?.userInfo, item.userInfo),
      () => `18: the User Service knows ${JSON.stringify(profile)}, ${globalUserId} said ${JSON.stringify(item.userInfo)}`,
    );
  }
};

const checkReplica = async ({ node }: World, items: readonly EntryItem[], check: Checking): Promise<void> => {
  const { entries } = await node().adapters.entryStore.listByCampaign(SLUG, { limit: 1000 });
  const replicas = new Map(entries.map(({ score: _, ...replica }) => [replica.globalUserId, replica]));
  for (const { PK: _pk, SK: _sk, needsReplication, correlationId: _id, rankedMarkets: _markets, userInfo: _info, ...item } of items) {
    check(!needsReplication, () => `14: ${item.globalUserId} is still flagged`);
    const replica = replicas.get(item.globalUserId);
    check(isDeepStrictEqual(replica, item), () => `14: ${item.globalUserId} is ${JSON.stringify(replica)}, not ${JSON.stringify(item)}`);
  }
  check(replicas.size === items.length, () => `14: ${replicas.size} replicas of ${items.length} entries`);
};

const checkSelection = async (world: World, items: readonly EntryItem[], check: Checking): Promise<void> => {
  const { files } = world;
  const file = (name: string) => files.read(`draws/${SLUG}/1/${name}`);
  const verification = await verifyPack({ rules: file('rules.json'), entrants: file('entrants.csv'), results: file('results.csv'), draw: file('draw.json') });
  check(verification.ok, () => `3: ${JSON.stringify(verification.checks.filter(({ ok }) => !ok))}`);
  const eligible = await readFanReferences(world);
  const { drawStore } = world.node().adapters;
  for (const marketId of MARKETS) {
    const winners = items.filter(({ verdict, selection }) => verdict === 'WINNER' && selection?.marketId === marketId);
    check(winners.length <= CAPACITY, () => `5: ${winners.length} winners in ${marketId}`);
    for (const { globalUserId } of winners) check(eligible.has(globalUserId), () => `4: ${globalUserId} won ${marketId} and was no entrant`);
    const { verdicts, promoted } = await drawStore.marketStats(marketId);
    const drawn = await drawStore.results(SLUG, 1, { marketId, verdict: 'WINNER', after: 0, limit: 1000 });
    check(
      verdicts.winners + verdicts.withdrawn >= drawn.length && verdicts.winners <= drawn.length + promoted,
      () => `17: ${marketId} counts ${JSON.stringify(verdicts)} for ${drawn.length} drawn and ${promoted} promoted`,
    );
  }
};

const checkCodes = async ({ node, clock }: World, items: readonly EntryItem[], check: Checking): Promise<void> => {
  const { codeStore } = node().adapters;
  for (const marketId of UNIQUE_MARKETS) {
    const winners = items.filter(({ verdict, selection }) => verdict === 'WINNER' && selection?.marketId === marketId);
    check(
      winners.every(({ accessCode }) => accessCode?.startsWith(marketId.toUpperCase())),
      () => `8: a winner of ${marketId} has no code of it`,
    );
    check(new Set(winners.map(({ accessCode }) => accessCode)).size === winners.length, () => `6: two winners of ${marketId} share a code`);
    const { codes } = await codeStore.held(marketId, null, 1000);
    const holders = codes.map(({ globalUserId }) => globalUserId);
    check(new Set(holders).size === holders.length, () => `6: a fan holds two codes of ${marketId}`);
    const expected = winners.map(({ globalUserId }) => globalUserId).sort();
    check(isDeepStrictEqual(holders.sort(), expected), () => `8: codes of ${marketId} are held by ${holders.join()}, winners are ${expected.join()}`);
    const counts = await codeStore.counts(marketId, clock.now());
    const sum = Object.values(counts).reduce((total, count) => total + count, 0);
    check(sum === codesOf(marketId).length, () => `7: ${marketId} has ${JSON.stringify(counts)}`);
  }
  const codesOfFans = items.flatMap(({ accessCode, selection }) => (accessCode === undefined || selection?.sharedCode === true ? [] : [accessCode]));
  check(new Set(codesOfFans).size === codesOfFans.length, () => '6: a code belongs to two fans');
  for (const { globalUserId, verdict, accessCode } of items)
    check(
      (verdict === 'WINNER') === (accessCode !== undefined),
      () => `8: ${globalUserId} is ${verdict} ${accessCode === undefined ? 'without' : 'with'} a code`,
    );
};

const checkQueues = async ({ node }: World, check: Checking): Promise<void> => {
  const { queueEngine } = node().adapters;
  for (const queue of Object.keys(queues) as (keyof typeof queues)[]) {
    const { waiting, inFlight, delayed, deadLetters, sent, done, expired } = await queueEngine.depth(queue);
    check(sent === done + waiting + inFlight + delayed + deadLetters + expired, () => `15: ${queue} does not add up`);
    const errors = (await queueEngine.deadLetters(queue, 3)).map(({ error, receiveCount }) => `${error} (${receiveCount})`);
    check(deadLetters === 0, () => `21: ${queue} has ${deadLetters} dead letters: ${errors.join(' | ')}`);
  }
  for (const { trigger } of Object.values(workers)) {
    if (trigger.kind !== 'stream') continue;
    const errors = (await queueEngine.deadLetters(trigger.deadLetterQueue as 'dataQueue', 3)).map(({ error }) => error);
    check(errors.length === 0, () => `21: ${trigger.deadLetterQueue} holds ${errors.join(' | ')}`);
  }
};
