import type { Command } from 'commander';
import { type ConnectionFlags, type JsonFlag, openConnection, withConnection } from '../options.ts';

export const addBouncesCommands = (program: Command): void => {
  const bounces = program.command('bounces').description('mails that came back');
  withConnection(
    bounces
      .command('import')
      .argument('<path>', 'a mail as a file, a folder of .eml files, or a maildir')
      .description('note which mails came back, and send no more to addresses that are not there'),
  ).action(async (path: string, flags: ConnectionFlags & JsonFlag) => {
    // What reads mails takes a while to load, and no other command needs it.
    const { importBounces } = await import('../import-bounces.ts');
    const { connection, output } = await openConnection(flags);
    output.answer(
      await importBounces(connection, path),
      ({ mails, bounces: returned, failed, unreachable, late, others, unknown }) =>
        `${mails} mails read, ${returned} bounces: ${failed} jobs are FAILED now, ${unreachable} addresses get no further mail. ` +
        `Left aside: ${late} about mails that are late, ${others} others${unknown === 0 ? '' : `, ${unknown} about mails that nobody knows`}.`,
    );
  });
};
