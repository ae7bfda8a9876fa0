import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { FAILED } from '../failure.ts';
import { type ConnectionFlags, type JsonFlag, openConnection, wholeNumber, withConnection } from '../options.ts';
import { createRefusedFile } from '../refused-file.ts';
import { type RegistrationCounts, registerFans } from '../register-fans.ts';
import { campaignOption } from './campaign.ts';

interface RegisterFlags extends ConnectionFlags, JsonFlag {
  readonly campaign: string;
  readonly inFlight: number;
  readonly refused: string;
}

const IN_FLIGHT = 32;

/** Counts as sentences. */
const registrationText = ({ registered, edited, refused, refusedFile }: RegistrationCounts & { readonly refusedFile: string }): string => {
  const reasons = Object.entries(refused).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    `Registered: ${registered}`,
    ...(edited === 0 ? [] : [`Edited by a later row: ${edited}`]),
    ...reasons.map(([reason, rows]) => `Refused, ${reason}: ${rows}`),
    ...(reasons.length === 0 ? [] : [`Which rows, and why: ${refusedFile}`]),
  ].join('\n');
};

export const addRegisterCommand = (program: Command): void => {
  withConnection(
    program
      .command('register')
      .argument('<file>', 'CSV with the columns globalUserId, email, firstName, lastName, … and one for each preference')
      .addOption(campaignOption())
      .option('--in-flight <n>', 'requests under way at a time', wholeNumber(1, 1000), IN_FLIGHT)
      .option('--refused <file>', 'where to name the rows that were refused', 'refused.csv')
      .description('register many fans through GraphQL, as fans would'),
  ).action(async (file: string, flags: RegisterFlags) => {
    // Found now, not once the first fans are registered.
    await access(dirname(flags.refused), constants.W_OK);
    const { connection, output, clock } = await openConnection(flags);
    const graphql = connection.graphql({ scopes: ['entries:write'], connections: flags.inFlight });
    const refusedFile = createRefusedFile(flags.refused);
    try {
      const counts = await registerFans({ slug: flags.campaign, file, graphql, clock, inFlight: flags.inFlight, settled: refusedFile.add });
      output.answer({ ...counts, refusedFile: flags.refused }, registrationText);
      if (counts.refused.INTERNAL_SERVER_ERROR !== undefined) process.exitCode = FAILED;
    } finally {
      await refusedFile.close();
      await graphql.close();
    }
  });
};
