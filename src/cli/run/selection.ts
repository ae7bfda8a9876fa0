import { RegError } from '../../errors.ts';
import { awaitSelection } from '../await-selection.ts';
import type { RunContext } from './stage.ts';
import { settle } from './stage.ts';

const POLL_MS = 20;

/** Freezes and draws; a draw that an earlier run made is answered as it is. */
export const makeDraw = async ({ connection }: RunContext, campaignId: string, draw: number, publicRandomness: string | null): Promise<void> => {
  await connection.campaign.freezeDraw({ params: { campaignId }, body: { draw } });
  await connection.campaign.revealDraw({ params: { campaignId, draw }, body: publicRandomness === null ? {} : { publicRandomness } });
};

/** Selects the winners of each market. A selection that fails is a problem of the run, which goes on to report it. */
export const selectWinners = async (context: RunContext, campaignId: string, draw: number): Promise<void> => {
  const { connection, system, clock, problem } = context;
  try {
    const started = await connection.campaign.startSelection({ params: { campaignId }, body: { draw } });
    await awaitSelection(connection, campaignId, started, async () => {
      await system.drain();
      await clock.sleep(POLL_MS);
    });
  } catch (error) {
    if (!(error instanceof RegError)) throw error;
    problem(error.message);
  }
  await settle(context, Number.POSITIVE_INFINITY);
};
