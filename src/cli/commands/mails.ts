import { type Command, Option } from 'commander';
import { type MailChoice, type OpenMail, type OpenState, openMails, resendMails } from '../open-mails.ts';
import { type ConnectionFlags, type JsonFlag, openConnection, withConnection } from '../options.ts';
import { table } from '../output.ts';

interface Flags extends ConnectionFlags, JsonFlag {
  readonly state: 'failed' | 'ambiguous';
  readonly fan?: string;
  readonly template?: OpenMail['template'];
}

export const addMailsCommands = (program: Command): void => {
  const mails = program.command('mails').description('mails that a person has to look at');

  choosing(mails.command('list').description('which mails failed, or may have been taken by the mail server without an answer, and why')).action(
    async (slug: string, flags: Flags) => {
      const { connection, output } = await openConnection(flags);
      const { campaign } = await connection.campaign.getCampaignBySlug({ params: { slug } });
      const found: OpenMail[] = [];
      for await (const page of openMails(connection, choiceOf(campaign.id, flags))) found.push(...page);
      output.answer({ mails: found }, () =>
        found.length === 0
          ? `No mail of ${slug} is ${flags.state}.`
          : table([
              ['fan', 'mail', 'market', 'occurrence', 'reason'],
              ...found.map((one) => [one.globalUserId, one.template, one.marketId ?? '-', one.occurrence, one.reason ?? '-']),
            ]),
      );
    },
  );

  choosing(
    mails.command('resend').description('send those mails again, at once; who got one that is ambiguous may get it twice, with the same message id'),
  ).action(async (slug: string, flags: Flags) => {
    const { connection, output } = await openConnection(flags);
    const { campaign } = await connection.campaign.getCampaignBySlug({ params: { slug } });
    output.answer({ planned: await resendMails(connection, choiceOf(campaign.id, flags)) }, ({ planned }) => `${planned} mails of ${slug} are planned again.`);
  });
};

const choosing = (command: Command): Command =>
  withConnection(
    command
      .argument('<slug>')
      .addOption(
        new Option('--state <state>', 'failed: they surely did not arrive; ambiguous: they may have').choices(['failed', 'ambiguous']).makeOptionMandatory(),
      )
      .option('--fan <id>', 'of this fan alone')
      .addOption(new Option('--template <template>', 'of this kind alone').choices(['reminder', 'receipt', 'result'])),
  );

const choiceOf = (campaignId: string, { state, fan, template }: Flags): MailChoice => ({
  campaignId,
  state: state.toUpperCase() as OpenState,
  fan,
  template,
});
