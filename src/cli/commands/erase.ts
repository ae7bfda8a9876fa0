import type { Command } from 'commander';
import { type Erasure, eraseFan } from '../erase-fan.ts';
import { type ConnectionFlags, fanId, type JsonFlag, openConnection, withConnection } from '../options.ts';
import { table } from '../output.ts';

interface Flags extends ConnectionFlags, JsonFlag {
  readonly fan?: string;
  readonly email: readonly string[];
  readonly memberId: readonly string[];
}

const andMore = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const PAUSE_MS = 500;
/** What waits for the retry of another message is through after some minutes at most. */
const PASSES = 600;

export const addEraseCommand = (program: Command): void => {
  withConnection(
    program
      .command('erase')
      .option('--fan <id>', "the fan's globalUserId", fanId)
      .option('--email <address>', 'an address to take off invite lists, beside those that are known of the fan; may come again', andMore, [])
      .option('--member-id <id>', 'the same for a member id', andMore, [])
      .description('remove a fan everywhere: entries, profile, mails, invites, codes, draws (but for the ref), published records, dead letters, reports'),
  ).action(async ({ fan, email, memberId, ...flags }: Flags, command: Command) => {
    if (fan === undefined && email.length + memberId.length === 0)
      command.error('error: say who: --fan ID, or --email or --member-id for somebody who is on invite lists alone');
    const { connection, output, clock } = await openConnection(flags);
    const pause = (): Promise<void> => clock.sleep(PAUSE_MS);
    const erasure = await eraseFan({ connection, globalUserId: fan ?? null, emails: email, memberIds: memberId, pause, passes: PASSES });
    output.answer(erasure, erasureText);
    if (!erasure.done) process.exitCode = 1;
  });
};

const erasureText = ({ erased, onTheirWay, recordsStay, done }: Erasure): string =>
  [
    table([
      ['erased', 'count'],
      ['entries in the demand-table', erased.entries],
      ['entries in the Entry Service', erased.replicas],
      ['marks of removed entries', erased.marks],
      ['invites', erased.invites],
      ['profiles with their planned mails', erased.users],
      ['addresses that mails came back from', erased.addresses],
      ['places in draws and promotions, which keep the ref', erased.draws],
      ['codes, revoked or without a holder', erased.codes],
      ['published records', erased.records],
      ['mails in the outbox and in reports', erased.mails],
      ['lines in reports and journals', erased.lines],
      ['dead letters', erased.deadLetters],
    ]),
    ...(recordsStay ? ["Kafka keeps what was published until its topics' retention is over."] : []),
    ...(onTheirWay === null ? ['Queues cannot be looked into here: run this again when "reg queues" shows none waiting.'] : []),
    done ? 'Nothing more is found of the fan.' : `Something of the fan is left: ${onTheirWay ?? 'some'} messages are on their way. Run this again.`,
  ].join('\n');
