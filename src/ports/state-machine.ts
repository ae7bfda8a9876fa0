export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED';

export interface Execution {
  readonly name: string;
  readonly machine: string;
  readonly status: ExecutionStatus;
  readonly input: unknown;
  readonly output: unknown;
  readonly error: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** Starts the state machines of the topology. */
export interface StateMachines<Name extends string = string> {
  /** Durable when resolved. A name that ran before is answered as it is, so starting again is safe. */
  start(machine: Name, executionName: string, input: unknown): Promise<Execution>;
  describe(machine: Name, executionName: string): Promise<Execution | null>;
}
