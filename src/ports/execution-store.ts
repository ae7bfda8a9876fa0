import type { Execution } from './state-machine.ts';

/** An execution with how far it came: the states before `stateIndex` are finished. */
export interface StoredExecution extends Execution {
  readonly stateIndex: number;
}

/** What one state gave, or one item of a map state. */
export interface StepResult {
  readonly stateIndex: number;
  /** The item's place in the map state's list; null for a task. */
  readonly itemIndex: number | null;
  readonly result: unknown;
}

/**
 * Memory of the state machines, so that an execution goes on from its last finished step after a restart.
 * Inputs and results are plain JSON data. A resolved write is durable.
 */
export interface ExecutionStore {
  /** Stores a RUNNING execution at state 0; `created: false` and the one that is there if the name was used before, whatever its input. */
  create(machine: string, name: string, input: unknown, startedAt: number): Promise<{ readonly execution: StoredExecution; readonly created: boolean }>;
  get(machine: string, name: string): Promise<StoredExecution | null>;
  /** Keeps what a step gave. The first result of a step stays: a step that ran twice changes nothing. */
  saveResult(machine: string, name: string, step: StepResult): Promise<void>;
  /** By state, then item. */
  results(machine: string, name: string): Promise<readonly StepResult[]>;
  /** The execution has come to this state; it never goes back. */
  advance(machine: string, name: string, stateIndex: number): Promise<void>;
  /** Ends a RUNNING execution; one that has ended stays as it is. */
  finish(machine: string, name: string, end: ExecutionEnd): Promise<void>;
  /** The RUNNING ones, oldest first: what a start has to go on with. */
  running(): Promise<readonly StoredExecution[]>;
}

export interface ExecutionEnd {
  readonly status: 'SUCCEEDED' | 'FAILED';
  readonly output: unknown;
  readonly error: string | null;
  readonly endedAt: number;
}
