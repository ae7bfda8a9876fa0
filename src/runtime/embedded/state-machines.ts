import { chunks } from '../../domain/chunks.ts';
import { describeError, RegError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ExecutionStore, StepResult, StoredExecution } from '../../ports/execution-store.ts';
import type { Random } from '../../ports/random.ts';
import type { StateMachines } from '../../ports/state-machine.ts';
import { type MapState, type StateMachineName, stateMachines, type TaskState, type WorkerName } from '../../topology.ts';
import type { Invoke } from './invoke.ts';

export interface EmbeddedStateMachines extends StateMachines<StateMachineName> {
  /** Goes on with what a restart interrupted, from the last finished step. */
  resume(): Promise<void>;
  /** Resolves when no execution is under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface StateMachinesOptions {
  readonly store: ExecutionStore;
  readonly invoke: Invoke;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

const FIRST_RETRY_MS = 200;

/** Runs the topology's state machines: tasks in order, maps with each item for itself, every result remembered. */
export const createStateMachines = ({ store, invoke, clock, random, log }: StateMachinesOptions): EmbeddedStateMachines => {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  const begin = (machine: StateMachineName, execution: StoredExecution): void => {
    const run = execute(machine, execution)
      .catch((error: unknown) =>
        log.error({ machine, execution: execution.name, error: describeError(error) }, 'an execution stopped and goes on at the next start'),
      )
      .finally(() => running.delete(run));
    running.add(run);
  };

  const execute = async (machine: StateMachineName, execution: StoredExecution): Promise<void> => {
    let data: Readonly<Record<string, unknown>> = { ...(execution.input as Readonly<Record<string, unknown>>), correlationId: random.id() };
    const step = async (name: string, attempt: () => Promise<StepResult>): Promise<StepResult> => {
      const known = execution.results[name];
      // A step that failed before the restart is tried again: all are safe to repeat.
      if (known?.ok === true) return known;
      const result = await attempt();
      await store.saveResult(machine, execution.name, name, result);
      return result;
    };
    const states: readonly (TaskState | MapState)[] = stateMachines[machine].states;
    for (const state of states) {
      if (stopping.signal.aborted) return;
      if (state.kind === 'task') {
        const input = data;
        const result = await step(state.name, () => invokeWithRetries(state, input));
        if (stopping.signal.aborted && !result.ok) return;
        if (!result.ok) return finish(machine, execution, data, `${state.name}: ${result.error}`);
        data = { ...data, [state.resultKey]: result.value };
      } else {
        data = { ...data, [state.resultKey]: await runMap(state, data, step) };
      }
    }
    if (!stopping.signal.aborted) await finish(machine, execution, data, null);
  };

  const runMap = async (
    state: MapState,
    data: Readonly<Record<string, unknown>>,
    step: (name: string, attempt: () => Promise<StepResult>) => Promise<StepResult>,
  ) => {
    const items = itemsAt(data, state.itemsKey);
    const results: StepResult[] = [];
    for (const group of chunks([...items.entries()], state.concurrency)) {
      results.push(...(await Promise.all(group.map(([index, item]) => step(`${state.name}/${index}`, () => invokeWithRetries(state, { ...data, ...item }))))));
    }
    return results;
  };

  const invokeWithRetries = async ({ worker, maxAttempts }: { worker: WorkerName; maxAttempts: number }, input: unknown): Promise<StepResult> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return { ok: true, value: await invoke(worker, input) };
      } catch (error) {
        const hopeless = error instanceof RegError && !error.retryable;
        if (hopeless || attempt >= maxAttempts || stopping.signal.aborted) return { ok: false, error: describeError(error) };
        await clock.sleep(random.fraction() * FIRST_RETRY_MS * 2 ** attempt, stopping.signal).catch(() => undefined);
      }
    }
  };

  /** One market's failure does not stop the others, but the execution tells of it. */
  const finish = async (machine: StateMachineName, execution: StoredExecution, data: unknown, error: string | null): Promise<void> => {
    const failedItems = Object.values(data as Readonly<Record<string, unknown>>).flatMap((value) => (Array.isArray(value) ? value.filter(isFailure) : []));
    const problem = error ?? (failedItems.length === 0 ? null : failedItems.map((failure) => failure.error).join('; '));
    await store.finish(machine, execution.name, { status: problem === null ? 'SUCCEEDED' : 'FAILED', output: data, error: problem, endedAt: clock.now() });
  };

  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };

  return {
    start: async (machine, executionName, input) => {
      const { execution, created } = await store.create(machine, executionName, input, clock.now());
      if (created) begin(machine, execution);
      return execution;
    },
    describe: (machine, executionName) => store.get(machine, executionName),
    resume: async () => {
      for (const machine of Object.keys(stateMachines) as StateMachineName[]) {
        for (const execution of await store.running(machine)) begin(machine, execution);
      }
    },
    settled,
    stop: () => {
      stopping.abort();
      return settled();
    },
  };
};

const isFailure = (value: unknown): value is { readonly ok: false; readonly error: string } =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'error' in value;

/** The items under a dotted path, `drawn.markets`. */
const itemsAt = (data: unknown, path: string): readonly Readonly<Record<string, unknown>>[] => {
  const found = path
    .split('.')
    .reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined), data);
  if (!Array.isArray(found)) throw new RegError('INTERNAL', `The state machine found no list at ${path}.`);
  return found;
};
