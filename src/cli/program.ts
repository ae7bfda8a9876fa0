import { Command } from 'commander';
import { addAuditCommands } from './commands/audit.ts';
import { addBouncesCommands } from './commands/bounces.ts';
import { addCampaignCommands } from './commands/campaign.ts';
import { addCodesCommands, addInvitesCommands } from './commands/codes.ts';
import { addDrawCommands } from './commands/draw.ts';
import { addEraseCommand } from './commands/erase.ts';
import { addExportCommand } from './commands/export.ts';
import { addFlowCommands } from './commands/flow.ts';
import { addKeysCommands } from './commands/keys.ts';
import { addMailsCommands } from './commands/mails.ts';
import { addRegisterCommand } from './commands/register.ts';
import { addRunCommand } from './commands/run.ts';
import { addSchemasCommands } from './commands/schemas.ts';
import { addScoresCommands } from './commands/scores.ts';
import { addServeCommand } from './commands/serve.ts';
import { addTokenCommands } from './commands/token.ts';
import { addTopicsCommands } from './commands/topics.ts';

/** The command `reg` with all that is below it; wrong usage is thrown, never exited on. */
export const createProgram = (version: string): Command => {
  const program = new Command('reg')
    .description('Fans register for a campaign, a draw anyone can check picks the winners of each market, winners get access codes.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('Try it with --help.')
    .showSuggestionAfterError()
    .addHelpText('after', '\nExit status: 0 done, 1 failed, 2 wrong usage. Environment: REG_URL, REG_TOKEN, REG_DATA, REG_LOG_LEVEL and others.');
  addServeCommand(program);
  addRunCommand(program);
  addCampaignCommands(program);
  addCodesCommands(program);
  addInvitesCommands(program);
  addScoresCommands(program);
  addRegisterCommand(program);
  addDrawCommands(program);
  addFlowCommands(program);
  addEraseCommand(program);
  addExportCommand(program);
  addAuditCommands(program);
  addBouncesCommands(program);
  addMailsCommands(program);
  addTopicsCommands(program);
  addSchemasCommands(program);
  addTokenCommands(program);
  addKeysCommands(program);
  return program;
};
