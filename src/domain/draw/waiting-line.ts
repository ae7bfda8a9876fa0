/** Who waits for a market by one draw, in the order of places. */
export interface Waitlist<Waiter> {
  readonly drawId: string;
  readonly waitlist: readonly Waiter[];
}

/**
 * Who moves up to a market next: the waitlists of its draws one after the other, each in the order of its places, without
 * those who are placed already, in this market or another. A fan who waits by several draws stands where they stand first.
 */
export const waitingLine = <Waiter extends { readonly globalUserId: string }>(
  waitlists: readonly Waitlist<Waiter>[],
  placed: ReadonlySet<string>,
): readonly Waitlist<Waiter>[] => {
  const passed = new Set(placed);
  return waitlists.map(({ drawId, waitlist }) => ({
    drawId,
    waitlist: waitlist.filter(({ globalUserId }) => !passed.has(globalUserId) && passed.add(globalUserId)),
  }));
};
