import type { Command } from 'commander';
import { type Erasure, eraseFan } from '../erase-fan.ts';
import { type ConnectionFlags, fanId, type JsonFlag, openConnection, withConnection } from '../options.ts';
import { table } from '../output.ts';

const PAUSE_MS = 500;
/** What waits for the retry of another message is through after some minutes at most. */
const PASSES = 600;

export const addEraseCommand = (program: Command): void => {
  withConnection(
    program
      .command('erase')
      .requiredOption('--fan <id>', "the fan's globalUserId", fanId)
      .description('remove a fan everywhere: entries of all campaigns, profile, mails, invites, dead letters'),
  ).action(async ({ fan, ...flags }: ConnectionFlags & JsonFlag & { readonly fan: string }) => {
    const { connection, output, clock } = await openConnection(flags);
    const erasure = await eraseFan({ connection, globalUserId: fan, pause: () => clock.sleep(PAUSE_MS), passes: PASSES });
    output.answer(erasure, erasureText);
    if (!erasure.done) process.exitCode = 1;
  });
};

const erasureText = ({ erased, onTheirWay, done }: Erasure): string =>
  [
    table([
      ['erased', 'count'],
      ['entries in the demand-table', erased.entries],
      ['entries in the Entry Service', erased.replicas],
      ['profiles with their planned mails', erased.users],
      ['mails in the outbox', erased.mails],
      ['dead letters', erased.deadLetters],
    ]),
    ...(onTheirWay === null ? ['Queues cannot be looked into here: run this again when "reg queues" shows none waiting.'] : []),
    done ? 'Nothing more is found of the fan.' : `Something of the fan is left: ${onTheirWay ?? 'some'} messages are on their way. Run this again.`,
  ].join('\n');
