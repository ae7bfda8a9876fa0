/** Bounds retries by what is offered, so that a service in trouble is not hit harder by those who wait for it. */
export interface RetryBudget {
  /** A request was made for the first time. */
  offer(): void;
  /** Whether one more retry may be made; it is counted when it may. */
  spend(): boolean;
}

/** `ratio`: retries a first request earns. `reserve`: retries at the start, and most that can be saved up. */
export const createRetryBudget = ({ ratio, reserve }: { readonly ratio: number; readonly reserve: number }): RetryBudget => {
  let retries = reserve;
  return {
    offer: () => {
      retries = Math.min(reserve, retries + ratio);
    },
    spend: () => {
      if (retries < 1) return false;
      retries -= 1;
      return true;
    },
  };
};
