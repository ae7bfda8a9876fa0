import { type Command, InvalidArgumentError } from 'commander';
import { meant } from '../../domain/field-readings.ts';
import { nearestWord } from '../../domain/nearest-word.ts';
import { eventTopics } from '../../topology.ts';
import { type ConnectionFlags, type JsonFlag, openConnection, wholeNumber, withConnection } from '../options.ts';
import { table } from '../output.ts';
import { type Redemption, redeemCodes } from '../redeem-codes.ts';
import { showDeadLetters } from '../show-dead-letters.ts';

type Flags = ConnectionFlags & JsonFlag;

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

const TOPICS: readonly string[] = Object.values(eventTopics);

/** A system's prefix may be another than the one that is set here, so a full name is known by its end. */
const topicName = (text: string): string => {
  if (TOPICS.includes(text) || TOPICS.some((topic) => text.endsWith(`.${topic}`))) return text;
  throw new InvalidArgumentError(`It has to be one of ${TOPICS.join(', ')}, or a topic's full name${meant(nearestWord(text, TOPICS))}`);
};

export const addFlowCommands = (program: Command): void => {
  withConnection(
    program.command('refresh').requiredOption('--market <id>', 'the market').description('promote from the waitlist, revoke codes of withdrawn winners'),
  ).action(async (flags: Flags & { readonly market: string }) => {
    const { connection, output } = await openConnection(flags);
    await connection.campaign.refreshMarket({ params: { marketId: flags.market } });
    output.answer({ marketId: flags.market, queue: 'refreshSelectionQueue' }, ({ marketId, queue }) => `${marketId} is on ${queue}.`);
  });

  withConnection(
    program
      .command('redeem')
      .argument('<file>', 'CSV with the columns market, accessCode and redeemedAt')
      .description('record the redemptions that a ticketer reports'),
  ).action(async (file: string, flags: Flags) => {
    const { connection, output } = await openConnection(flags);
    output.answer(await redeemCodes(connection, file), redemptionText);
  });

  withConnection(program.command('queues').description('each queue and stream with what waits in it')).action(async (flags: Flags) => {
    const { connection, output } = await openConnection(flags);
    output.answer(await connection.operator.flow({}), ({ idle, queues, streams }) =>
      [
        table([
          ['queue', 'waiting', 'in flight', 'delayed', 'dead', 'sent', 'done', 'expired'],
          ...queues.map((one) => [one.queue, one.waiting, one.inFlight, one.delayed, one.deadLetters, one.sent ?? '-', one.done ?? '-', one.expired ?? '-']),
        ]),
        table([['stream worker', 'behind', 'dead'], ...streams.map((one) => [one.worker, one.behind ?? '-', one.deadLetters])]),
        idle ? 'Nothing waits.' : 'Something is on its way.',
      ].join('\n\n'),
    );
  });

  withConnection(
    program
      .command('dead-letters')
      .argument('<queue>')
      .option('--limit <n>', 'at most so many (default: all)', wholeNumber(1, Number.MAX_SAFE_INTEGER))
      .description('messages of a queue that failed for good, personal data masked, the oldest first'),
  ).action(async (queue: string, flags: Flags & { readonly limit?: number }) => {
    const { connection, output } = await openConnection(flags);
    await showDeadLetters(connection, queue, flags.limit ?? Number.MAX_SAFE_INTEGER, output, flags.json === true);
  });

  withConnection(
    program
      .command('redrive')
      .argument('<queue>')
      .option('--message <id>', 'only this dead letter; may be given several times', collect)
      .description('move dead letters back to their queue; records of a stream to their worker'),
  ).action(async (queue: string, flags: Flags & { readonly message?: readonly string[] }) => {
    const { connection, output } = await openConnection(flags);
    const answer = await connection.operator.redrive({ params: { queue }, body: flags.message === undefined ? {} : { messageIds: [...flags.message] } });
    output.answer(
      answer,
      ({ moved, failed }) => `${moved} messages of ${queue} are on their way again${failed === 0 ? '' : `, ${failed} failed again and stay`}.`,
    );
    if (answer.failed > 0) process.exitCode = 1;
  });

  withConnection(
    program
      .command('reconcile')
      .argument('<slug>')
      .option('--repair', 'send what differs again, and compare once more')
      .description('compare demand-table, Entry Service and event log, field by field'),
  ).action(async (slug: string, flags: Flags & { readonly repair?: true }) => {
    const { connection, output, config, clock } = await openConnection(flags);
    const { reconcileCampaign } = await import('../reconcile/reconcile.ts');
    const topic = `${config.topicPrefix}.${eventTopics.REGISTRATION}`;
    const found = await reconcileCampaign({ connection, clock, slug, topic, repair: flags.repair === true });
    output.answer(found, ({ entries, onTheirWay, differences, shown, repaired }) =>
      [
        ...shown,
        ...(differences > shown.length ? [`… and ${differences - shown.length} more like these`] : []),
        ...(repaired === null || repaired === 0 ? [] : [`${repaired} entries were sent again.`]),
        ...(onTheirWay === 0 ? [] : [`${onTheirWay} changes are on their way to the Entry Service: compare again when "reg queues" shows none.`]),
        `${entries} entries, ${differences === 0 ? 'no difference' : `${differences} differences`}.`,
      ].join('\n'),
    );
    if (found.differences > 0) process.exitCode = 1;
  });

  withConnection(
    program
      .command('events')
      .argument('<topic>', `${TOPICS.join(', ')}, or a topic's full name`, topicName)
      .option('--after <offset>', 'those behind this one')
      .option('--limit <n>', 'at most so many', wholeNumber(1, 1000), 100)
      .description('published records of a topic, one JSON line each'),
  ).action(async (topic: string, flags: Flags & { readonly after?: string; readonly limit: number }) => {
    const { connection, output, config } = await openConnection(flags);
    const name = TOPICS.includes(topic) ? `${config.topicPrefix}.${topic}` : topic;
    const query = { limit: flags.limit, ...(flags.after === undefined ? {} : { after: flags.after }) };
    output.answer(await connection.operator.events({ params: { topic: name }, query }), ({ events }) =>
      events.map((event) => JSON.stringify(event)).join('\n'),
    );
  });
};

const redemptionText = ({ redeemed, refused, refusedLines }: Redemption): string => {
  const rows = Object.values(refused).reduce((sum, count) => sum + count, 0);
  return [
    `Redeemed: ${redeemed}`,
    ...Object.entries(refused).map(([state, count]) => `Refused, ${state}: ${count}`),
    ...(rows === 0 ? [] : [`Refused are the lines ${refusedLines.join(', ')}${rows > refusedLines.length ? ', …' : ''}.`]),
  ].join('\n');
};
