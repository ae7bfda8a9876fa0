import { type Command, InvalidArgumentError } from 'commander';
import { RegError } from '../../errors.ts';
import type { Connection } from '../connection.ts';
import { generateCodes } from '../generate-codes.ts';
import { type InvitesImport, importCodes, importInvites } from '../import-lines.ts';
import { type ConnectionFlags, type JsonFlag, openConnection, wholeNumber, withConnection } from '../options.ts';
import { table } from '../output.ts';
import { campaignOption } from './campaign.ts';

type Flags = ConnectionFlags & JsonFlag;

const idempotencyKey = (text: string): string => {
  if (!/^[\w.:-]{1,100}$/.test(text)) throw new InvalidArgumentError('It has to be 1 to 100 letters, digits, dots, colons, hyphens or underscores.');
  return text;
};

const invitesText = ({ imported, duplicates, unusable, unusableLines }: InvitesImport, what: string): string =>
  [
    `${imported} invites imported, ${duplicates} were on the list already.`,
    ...(unusable === 0
      ? []
      : [`${unusable} let nobody in, as they are no ${what}: lines ${unusableLines.join(', ')}${unusable > unusableLines.length ? ', …' : ''}.`]),
  ].join('\n');

/** Throws `NOT_FOUND` for a market that is not there, `STATE_INVALID` for one with a shared code: nobody would ever get codes imported there. */
const requireUniqueCodes = async ({ campaign }: Connection, marketId: string): Promise<void> => {
  const { codes } = await campaign.getMarket({ params: { marketId } });
  if (codes.mode === 'shared') throw new RegError('STATE_INVALID', `The market ${marketId} has a shared code: its campaign file says so under codes.`);
};

export const addCodesCommands = (program: Command): void => {
  const codes = program.command('codes').description('access codes');

  withConnection(
    codes
      .command('import')
      .argument('<file>', 'CSV; the first column holds the codes')
      .requiredOption('--market <id>', 'the market')
      .description('import codes for a market'),
  ).action(async (file: string, flags: Flags & { readonly market: string }) => {
    const { connection, output } = await openConnection(flags);
    await requireUniqueCodes(connection, flags.market);
    output.answer(await importCodes(connection, flags.market, file), ({ imported, duplicates, duplicateLines }) =>
      duplicates === 0
        ? `${imported} codes imported.`
        : `${imported} codes imported, ${duplicates} were known already (lines ${duplicateLines.join(', ')}${duplicates > duplicateLines.length ? ', …' : ''}).`,
    );
  });

  withConnection(
    codes
      .command('generate')
      .requiredOption('--market <id>', 'the market')
      .requiredOption('--count <n>', 'how many', wholeNumber(1, 100_000_000))
      .option('--key <key>', 'makes the codes of one key, market and count only once (default: a new key, printed at the start)', idempotencyKey)
      .description('make new codes for a market'),
  ).action(async (flags: Flags & { readonly market: string; readonly count: number; readonly key?: string }) => {
    const { connection, output, random } = await openConnection(flags);
    await requireUniqueCodes(connection, flags.market);
    const key = flags.key ?? random.id();
    if (flags.key === undefined) output.note(`If this is broken off, repeat it with --key ${key}: what was made is not made again.`);
    output.answer(await generateCodes(connection, flags.market, flags.count, key), ({ generated }) => `${generated} codes made.`);
  });

  withConnection(codes.command('stats').argument('<slug>').description('how many codes of each market are in which state')).action(
    async (slug: string, flags: Flags) => {
      const { connection, output } = await openConnection(flags);
      const { markets } = await connection.campaign.getCampaignBySlug({ params: { slug } });
      const unique = markets.filter(({ codes: { mode } }) => mode === 'unique');
      const stats = await Promise.all(unique.map(async ({ id }) => [id, await connection.code.codeStats({ params: { marketId: id } })] as const));
      output.answer({ markets: Object.fromEntries(stats) }, () =>
        stats.length === 0
          ? 'No market of this campaign has codes of its own: all are shared.'
          : table([
              ['market', 'imported', 'available', 'reserved', 'assigned', 'redeemed', 'revoked'],
              ...stats.map(([id, one]) => [id, one.imported, one.available, one.reserved, one.assigned, one.redeemed, one.revoked]),
            ]),
      );
    },
  );
};

export const addInvitesCommands = (program: Command): void => {
  const invites = program.command('invites').description('invite lists');
  withConnection(
    invites
      .command('import')
      .argument('<file>', "CSV with a header; one column is named as the campaign's gate asks: email, globalUserId or memberId")
      .addOption(campaignOption())
      .description('add to the invite list of a campaign'),
  ).action(async (file: string, flags: Flags & { readonly campaign: string }) => {
    const { connection, output } = await openConnection(flags);
    const { campaign } = await connection.campaign.getCampaignBySlug({ params: { slug: flags.campaign } });
    const key = campaign.gate?.inviteOnly;
    if (key === undefined) throw new RegError('STATE_INVALID', `The campaign ${campaign.slug} asks for no invite: its file has no gate.inviteOnly.`);
    output.answer(await importInvites(connection, campaign.id, key, file), (invites) => invitesText(invites, key === 'email' ? 'e-mail address' : "fan's id"));
  });
};
