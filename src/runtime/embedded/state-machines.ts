import { chunks } from '../../domain/chunks.ts';
import { isExecutionName } from '../../domain/execution-name.ts';
import { describeError, RegError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ExecutionStore, StoredExecution } from '../../ports/execution-store.ts';
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
const LONGEST_RETRY_MS = 60_000;

/** What an execution knows so far: its input and the results of its states. */
type Data = Readonly<Record<string, unknown>>;
type StepOutcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };
type Step = (stateIndex: number, itemIndex: number | null, worker: WorkerName, maxAttempts: number, input: unknown) => Promise<StepOutcome>;

/** Runs the topology's state machines: tasks in order, maps with each item for itself, every result remembered. */
export const createStateMachines = ({ store, invoke, clock, random, log }: StateMachinesOptions): EmbeddedStateMachines => {
  const stopping = new AbortController();
  /** By machine and name: an execution is under way once, however often it is started or resumed. */
  const running = new Map<string, Promise<void>>();

  const begin = (machine: StateMachineName, execution: StoredExecution): void => {
    const key = `${machine}/${execution.name}`;
    if (execution.status !== 'RUNNING' || running.has(key) || stopping.signal.aborted) return;
    const run = persevere(machine, execution).finally(() => running.delete(key));
    running.set(key, run);
  };

  /** Where the memory itself fails, the execution goes on from its last finished step a little later. */
  const persevere = async (machine: StateMachineName, execution: StoredExecution): Promise<void> => {
    for (let attempt = 1; !stopping.signal.aborted; attempt += 1) {
      try {
        return await execute(machine, execution);
      } catch (error) {
        const mayHelp = error instanceof RegError && error.retryable;
        const next = mayHelp ? 'an execution stopped and is tried again' : 'an execution stopped and goes on at the next start';
        log.error({ machine, execution: execution.name, error: describeError(error) }, next);
        if (!mayHelp) return;
        const ceiling = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt);
        await clock.sleep(random.fraction() * ceiling, stopping.signal).catch(() => undefined);
      }
    }
  };

  const execute = async (machine: StateMachineName, { name, input }: StoredExecution): Promise<void> => {
    const known = new Map((await store.results(machine, name)).map(({ stateIndex, itemIndex, result }) => [`${stateIndex}/${itemIndex}`, result]));
    const step: Step = async (stateIndex, itemIndex, worker, maxAttempts, stepInput) => {
      const key = `${stateIndex}/${itemIndex}`;
      if (known.has(key)) return { ok: true, value: known.get(key) };
      const outcome = await invokeWithRetries(worker, maxAttempts, stepInput);
      // A failure is not remembered: after a restart the step is tried again, as all are safe to repeat.
      if (outcome.ok) await store.saveResult(machine, name, { stateIndex, itemIndex, result: outcome.value });
      return outcome;
    };
    let data: Data = { ...(input as Data), correlationId: random.id() };
    const states: readonly (TaskState | MapState)[] = stateMachines[machine].states;
    for (const [index, state] of states.entries()) {
      await store.advance(machine, name, index);
      const outcome = state.kind === 'task' ? await step(index, null, state.worker, state.maxAttempts, data) : await runMap(index, state, data, step);
      if (stopping.signal.aborted) return;
      if (!outcome.ok) return finish(machine, name, data, `${state.name}: ${outcome.error}`);
      data = { ...data, [state.resultKey]: outcome.value };
    }
    await finish(machine, name, data, null);
  };

  const runMap = async (stateIndex: number, state: MapState, data: Data, step: Step): Promise<StepOutcome> => {
    const outcomes: StepOutcome[] = [];
    for (const group of chunks([...itemsAt(data, state.itemsKey).entries()], state.concurrency)) {
      if (stopping.signal.aborted) break;
      outcomes.push(...(await Promise.all(group.map(([index, item]) => step(stateIndex, index, state.worker, state.maxAttempts, { ...data, ...item })))));
    }
    return { ok: true, value: outcomes };
  };

  const invokeWithRetries = async (worker: WorkerName, maxAttempts: number, input: unknown): Promise<StepOutcome> => {
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
  const finish = async (machine: StateMachineName, name: string, data: Data, error: string | null): Promise<void> => {
    const failedItems = Object.values(data).flatMap((value) => (Array.isArray(value) ? value.filter(isFailure) : []));
    const problem = error ?? (failedItems.length === 0 ? null : failedItems.map((failure) => failure.error).join('; '));
    await store.finish(machine, name, { status: problem === null ? 'SUCCEEDED' : 'FAILED', output: data, error: problem, endedAt: clock.now() });
  };

  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running.values());
  };

  return {
    start: async (machine, executionName, input) => {
      if (!isExecutionName(executionName)) throw new RegError('INPUT_INVALID', 'The name of an execution is 1 to 80 letters, digits, `-` and `_`.');
      // One that is known and RUNNING may be of a start whose answer was lost, so it need not be under way.
      const { execution } = await store.create(machine, executionName, input, clock.now());
      begin(machine, execution);
      return execution;
    },
    describe: (machine, executionName) => store.get(machine, executionName),
    resume: async () => {
      for (const execution of await store.running()) begin(execution.machine as StateMachineName, execution);
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
