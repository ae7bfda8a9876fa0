/** What is timed, with the labels of each: names out of our own lists, of which there are few, and nothing of a fan. */
export interface TimingLabels {
  /** A request at the front door. `operation`: of GraphQL the field, else the method; `status`: of HTTP. */
  readonly frontDoorRequest: { readonly route: string; readonly operation: string; readonly status: string };
  /** A worker's invocation. `refused`: with an error that is its caller's to mend. */
  readonly workerRun: { readonly worker: string; readonly outcome: 'done' | 'refused' | 'failed' };
  /** One attempt at a service's operation. `status`: of HTTP, `none` where no answer came. */
  readonly serviceCall: { readonly service: string; readonly operation: string; readonly status: string };
}

export type TimingName = keyof TimingLabels;

/** How long things take. It costs next to nothing, is never waited for, and never fails what it times. */
export interface Timings {
  /** Seconds on a clock that never goes back: only differences mean something. */
  now(): number;
  observe<N extends TimingName>(name: N, seconds: number, labels: TimingLabels[N]): void;
}
