export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED';

export interface Execution {
  readonly name: string;
  readonly machine: string;
  readonly status: ExecutionStatus;
  readonly input: unknown;
  /** The input with every state's result. Null while it runs; of one that failed, what an engine kept of it, or null. */
  readonly output: unknown;
  /** Why it failed, as an operator reads it; null unless it did. */
  readonly error: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** Starts the state machines of the topology. */
export interface StateMachines<Name extends string = string> {
  /**
   * Durable when resolved. A name that ran before is answered as it is, whatever the input, so starting again is safe.
   * `INPUT_INVALID` for a name that is not 1 to 80 letters, digits, `-` and `_`.
   */
  start(machine: Name, executionName: string, input: unknown): Promise<Execution>;
  /** Null where nothing ran under that name. */
  describe(machine: Name, executionName: string): Promise<Execution | null>;
}
