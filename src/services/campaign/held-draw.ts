import { describeError, RegError } from '../../errors.ts';
import type { CampaignServiceParts } from './handlers.ts';

/** Longer than anything takes that is done between two `keep`; who crashed keeps others waiting as long. */
const HELD_MS = 60_000;
const KEPT_EVERY_MS = 10_000;
const ASK_AGAIN_SECONDS = 5;

export interface Held {
  /** To be called all along the work, at least every 10 s or so: keeps the draw. Throws `SERVICE_UNAVAILABLE` where another has it. */
  keep(): Promise<void>;
  /** The same, whenever it was kept last. */
  confirm(): Promise<void>;
}

/**
 * Does the long work of a draw in one process alone. Whoever comes meanwhile gets `SERVICE_UNAVAILABLE` and comes again,
 * rather than to begin anew: a caller behind a gateway that gives up after 30 s repeats the call until it is done.
 */
export const whileHeld = async <T>(
  { draws, clock, random, log }: Pick<CampaignServiceParts, 'draws' | 'clock' | 'random' | 'log'>,
  campaignId: string,
  draw: number,
  work: (held: Held) => Promise<T>,
): Promise<T> => {
  const by = random.id();
  let keptAt = 0;
  const confirm = async (): Promise<void> => {
    const now = clock.now();
    if (!(await draws.holdDraw(campaignId, draw, { by, now, until: now + HELD_MS })))
      throw new RegError('SERVICE_UNAVAILABLE', `Draw ${draw} of the campaign ${campaignId} is being worked on at this moment. Ask again soon.`, {
        detail: { retryAfter: ASK_AGAIN_SECONDS },
      });
    keptAt = now;
  };
  await confirm();
  try {
    return await work({ confirm, keep: async () => (clock.now() - keptAt < KEPT_EVERY_MS ? undefined : confirm()) });
  } finally {
    // Where this fails, the others wait until the time of the hold is over.
    await draws.releaseDraw(campaignId, draw, by).catch((error) => log.warn({ campaignId, draw, reason: describeError(error) }, 'a draw was not released'));
  }
};
