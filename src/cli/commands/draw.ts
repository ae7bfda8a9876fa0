import type { Command } from 'commander';
import { RegError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import { allDraws } from '../all-draws.ts';
import { awaitSelection, type Execution } from '../await-selection.ts';
import type { Connection } from '../connection.ts';
import { type ConnectionFlags, type JsonFlag, openConnection, wholeNumber, withConnection, withJson } from '../options.ts';
import { createOutput } from '../output.ts';
import { requireReadyToFreeze, requireReplicated } from '../replication-check.ts';
import { verifyFolder } from '../verify-folder.ts';

interface DrawFlags extends ConnectionFlags, JsonFlag {
  readonly draw: number;
  readonly publicRandomness?: string;
  readonly anyway?: true;
}

type Draw = Awaited<ReturnType<Connection['campaign']['freezeDraw']>>;

const POLL_MS = 500;
const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

const campaignIdOf = async ({ campaign }: Connection, slug: string): Promise<string> => (await campaign.getCampaignBySlug({ params: { slug } })).campaign.id;

const freeze = async (connection: Connection, campaignId: string, { draw, anyway }: DrawFlags): Promise<Draw> => {
  if (anyway !== true) await requireReadyToFreeze(connection, campaignId, draw);
  return connection.campaign.freezeDraw({ params: { campaignId }, body: { draw } });
};

const reveal = async ({ campaign }: Connection, campaignId: string, { draw, publicRandomness }: DrawFlags): Promise<Draw> =>
  campaign.revealDraw({ params: { campaignId, draw }, body: publicRandomness === undefined ? {} : { publicRandomness } });

/** Its first step freezes what nobody has frozen yet. */
const select = async (connection: Connection, campaignId: string, { draw, publicRandomness, anyway }: DrawFlags, clock: Clock): Promise<Execution> => {
  if (anyway !== true) await requireReadyToFreeze(connection, campaignId, draw);
  const started = await connection.campaign.startSelection({
    params: { campaignId },
    body: { draw, ...(publicRandomness !== undefined && { publicRandomness }) },
  });
  return awaitSelection(connection, campaignId, started, () => clock.sleep(POLL_MS));
};

interface MarketFlags extends Omit<DrawFlags, 'draw'> {
  readonly market: string;
  readonly count: number;
  readonly waitlist?: number;
  readonly draw?: number;
}

/** Freezes and draws what is not, then selects the one market. */
const drawMarket = async (connection: Connection, campaignId: string, flags: MarketFlags, clock: Clock) => {
  const { campaign } = connection;
  const market = { marketId: flags.market, selectionCount: flags.count, ...(flags.waitlist !== undefined && { waitlistCount: flags.waitlist }) };
  const draws = await allDraws(connection, campaignId);
  const holding = draws.findLast(({ draw, markets }) => (flags.draw === undefined || draw === flags.draw) && markets.some(({ id }) => id === flags.market));
  if (holding === undefined && flags.draw !== undefined)
    throw new RegError('STATE_INVALID', `Draw ${flags.draw} of ${campaignId} is not there, or does not hold the market ${flags.market}.`);
  if (holding === undefined && flags.anyway !== true) await requireReplicated(connection);
  const frozen = holding ?? (await campaign.freezeDraw({ params: { campaignId }, body: { market } }));
  const draw = frozen.state === 'DRAWN' ? frozen : await reveal(connection, campaignId, { ...flags, draw: frozen.draw });
  const started = await campaign.startSelection({ params: { campaignId }, body: { draw: draw.draw, market } });
  return { draw, selection: await awaitSelection(connection, campaignId, started, () => clock.sleep(POLL_MS)) };
};

type LaterDraw = Awaited<ReturnType<Connection['campaign']['requestDraw']>>;

const requestText = ({ draw, reason, marketIds, requestedBy, approvedBy, commitment, requestId }: LaterDraw): string =>
  [
    `Draw ${draw}, of ${marketIds === null ? 'all markets' : marketIds.join(', ')}: ${reason}`,
    `commitment     ${commitment}`,
    `asked for by   ${requestedBy}`,
    `approved by    ${approvedBy ?? `nobody yet; a second operator does by --draw ${draw} --request ${requestId}`}`,
  ].join('\n');

const drawText = (draw: Draw): string =>
  [
    `Draw ${draw.draw} is ${draw.state}, with ${draw.entrantsCount} entrants.`,
    `commitment     ${draw.commitment}`,
    `rules hash     ${draw.rulesHash}`,
    `entrants root  ${draw.entrantsRoot}`,
    ...(draw.resultsRoot === null ? [] : [`results root   ${draw.resultsRoot}`]),
  ].join('\n');

export const addDrawCommands = (program: Command): void => {
  const draws = program.command('draw').description('the draw: freeze, reveal, select; or all three; or check one');
  const step = (name: string, description: string): Command =>
    withConnection(draws.command(name).argument('<slug>').option('--draw <n>', 'which draw', wholeNumber(1, 1000), 1).description(description));
  const late = (command: Command): Command =>
    command.option('--public-randomness <text>', 'the words or numbers drawn in public, where the rules ask for a text');

  const freezing = (command: Command): Command => command.option('--anyway', 'freeze although entries are still on their way to the Entry Service');

  freezing(step('freeze', 'freeze the entrants and publish them')).action(async (slug: string, flags: DrawFlags) => {
    const { connection, output } = await openConnection(flags);
    output.answer(await freeze(connection, await campaignIdOf(connection, slug), flags), drawText);
  });

  late(step('reveal', 'reveal the secret, compute the draw and publish it')).action(async (slug: string, flags: DrawFlags) => {
    const { connection, output } = await openConnection(flags);
    output.answer(await reveal(connection, await campaignIdOf(connection, slug), flags), drawText);
  });

  freezing(late(step('select', 'give the winners their codes, market by market'))).action(async (slug: string, flags: DrawFlags) => {
    const { connection, output, clock } = await openConnection(flags);
    const execution = await select(connection, await campaignIdOf(connection, slug), flags, clock);
    output.answer(execution, ({ name }) => `The selection ${name} is done; its verdicts are on their way ("reg queues").`);
  });

  freezing(late(step('run', 'freeze, reveal and select'))).action(async (slug: string, flags: DrawFlags) => {
    const { connection, output, clock } = await openConnection(flags);
    const campaignId = await campaignIdOf(connection, slug);
    output.note('Freezing the entrants …');
    await freeze(connection, campaignId, flags);
    output.note('Drawing …');
    const draw = await reveal(connection, campaignId, flags);
    output.note('Selecting the winners …');
    const selection = await select(connection, campaignId, flags, clock);
    output.answer({ draw, selection }, () => drawText(draw));
  });

  withConnection(
    draws
      .command('market')
      .argument('<slug>')
      .requiredOption('--market <id>', 'which market')
      .requiredOption('--count <n>', 'most winners', wholeNumber(0, 100_000_000))
      .option('--waitlist <n>', "most fans who wait; default: the market's waitlist", wholeNumber(0, 100_000_000))
      .option('--draw <n>', 'by this draw, which holds the market; default: the last that does, or a new one of the market alone', wholeNumber(1, 1000))
      .option('--public-randomness <text>', 'the words or numbers drawn in public, where the rules ask for a text')
      .option('--anyway', 'freeze although entries are still on their way to the Entry Service')
      .description('draw one market alone, and give its winners their codes'),
  ).action(async (slug: string, flags: MarketFlags) => {
    const { connection, output, clock } = await openConnection(flags);
    output.answer(
      await drawMarket(connection, await campaignIdOf(connection, slug), flags, clock),
      ({ draw, selection }) => `${drawText(draw)}\nThe selection ${selection.name} is done; its verdicts are on their way ("reg queues").`,
    );
  });

  withConnection(
    draws
      .command('request')
      .argument('<slug>')
      .requiredOption('--reason <text>', 'why there is another draw; everybody can read it')
      .option('--market <id>', 'only this market; may be given several times', collect)
      .description('ask for the next draw, of the capacity that is left and the fans who have won nothing'),
  ).action(async (slug: string, flags: ConnectionFlags & JsonFlag & { readonly reason: string; readonly market?: readonly string[] }) => {
    const { connection, output } = await openConnection(flags);
    const campaignId = await campaignIdOf(connection, slug);
    const body = { reason: flags.reason, ...(flags.market !== undefined && { marketIds: [...flags.market] }) };
    output.answer(await connection.campaign.requestDraw({ params: { campaignId }, body }), requestText);
  });

  withConnection(
    draws
      .command('approve')
      .argument('<slug>')
      .requiredOption('--draw <n>', 'which draw', wholeNumber(2, 1000))
      .option('--request <id>', 'the request that you have read; without it, the request is shown')
      .description('approve a later draw, as a second operator: show a token of your own by --token'),
  ).action(async (slug: string, { draw, request, ...flags }: ConnectionFlags & JsonFlag & { readonly draw: number; readonly request?: string }) => {
    const { connection, output } = await openConnection(flags);
    const params = { campaignId: await campaignIdOf(connection, slug), draw };
    const { campaign } = connection;
    output.answer(
      await (request === undefined ? campaign.getDrawRequest({ params }) : campaign.approveDraw({ params, body: { requestId: request } })),
      requestText,
    );
  });

  withJson(
    draws
      .command('verify')
      .argument('<dir>', 'folder with rules.json, entrants.csv, results.csv and draw.json')
      .description('recompute a published draw, offline'),
  ).action(async (dir: string, flags: JsonFlag) => {
    const verification = await verifyFolder(dir);
    createOutput(flags.json === true).answer(verification, ({ ok, checks, remarks }) =>
      [
        ...checks.map((check) => `${check.ok ? 'ok    ' : 'WRONG '} ${check.name}${check.detail === '' ? '' : `: ${check.detail}`}`),
        ...remarks.map((remark) => `NOTE   ${remark}`),
        ok ? 'The draw is right.' : 'The draw is NOT right.',
      ].join('\n'),
    );
    if (!verification.ok) process.exitCode = 1;
  });
};
