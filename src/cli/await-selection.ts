import { RegError } from '../errors.ts';
import type { Connection } from './connection.ts';

export type Execution = Awaited<ReturnType<Connection['campaign']['startSelection']>>;

/** Waits for a selection to end, with `pause` between two looks. Throws `STATE_INVALID` where it failed. */
export const awaitSelection = async ({ campaign }: Connection, campaignId: string, started: Execution, pause: () => Promise<void>): Promise<Execution> => {
  let execution = started;
  while (execution.status === 'RUNNING') {
    await pause();
    execution = await campaign.getSelection({ params: { campaignId, name: execution.name } });
  }
  if (execution.status === 'FAILED') {
    throw new RegError(
      'STATE_INVALID',
      `The selection ${execution.name} failed: ${(execution.error ?? 'for an unknown reason').replace(/\.$/, '')}. The same command tries it again.`,
      {
        detail: { name: execution.name },
      },
    );
  }
  return execution;
};
