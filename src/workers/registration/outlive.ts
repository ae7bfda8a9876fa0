import type { EntryItem } from '../../domain/entry.ts';
import type { Clock } from '../../ports/clock.ts';

/** What machines' clocks may differ by, and what a write may take from reading its clock to being there. */
const SETTLED_MS = 200;
/** An entry whose instants are further ahead comes from a broken clock: withdrawing must not wait for that. */
const LONGEST_WAIT_MS = 1000;

/**
 * Waits until the instants of an entry that is to be removed have passed, on whatever machine the next one of its key is
 * made. A removed item leaves nothing behind that a later write could be held against, so lives are put in order here,
 * where the earlier one ends; why that is enough is in docs/decisions/0023-lives-in-order.md.
 */
export const outlive = async ({ updatedAt }: Pick<EntryItem, 'updatedAt'>, clock: Clock): Promise<void> => {
  const wait = Date.parse(updatedAt) + SETTLED_MS - clock.now();
  if (wait > 0) await clock.sleep(Math.min(wait, LONGEST_WAIT_MS));
};
