import { describe, expect, test } from 'vitest';
import { createSqliteExecutionStore } from '../../src/adapters/sqlite/sqlite-execution-store.ts';
import { RegError } from '../../src/errors.ts';
import type { ExecutionStore } from '../../src/ports/execution-store.ts';
import { createStateMachines } from '../../src/runtime/embedded/state-machines.ts';
import type { WorkerName } from '../../src/topology.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';

const MACHINE = 'selectionStateMachine';
const MARKETS = ['london-1', 'paris-1', 'berlin-1'];

type Input = Readonly<Record<string, unknown>>;

/** The selection with made-up workers; `calls` names them with their market. */
const createWorld = async () => {
  const folder = createSqliteFolder();
  const clock = createSetClock();
  const calls: string[] = [];
  const inputs = new Map<string, Input>();
  const handle: { current: (call: string, input: Input) => unknown } = { current: () => undefined };
  const invoke = async (worker: WorkerName, event: unknown): Promise<unknown> => {
    const input = event as Input;
    const call = typeof input.marketId === 'string' ? `${worker} ${input.marketId}` : worker;
    calls.push(call);
    inputs.set(call, input);
    const answer = await handle.current(call, input);
    if (worker === 'revealDraw') return { drawId: 'summer-tour/1', markets: MARKETS.map((marketId) => ({ marketId, selectionCount: 10 })) };
    return answer ?? { by: call };
  };
  const open = async (change: (store: ExecutionStore) => ExecutionStore = (store) => store) =>
    createStateMachines({
      store: change(createSqliteExecutionStore({ engine: await folder.open() })),
      invoke,
      // What waits before a retry waits no time at all, as nobody moves the clock here.
      clock: { now: clock.now, sleep: async () => undefined },
      random: createSeededRandom(1),
      log: silentLog,
    });
  return { open, handle, calls, inputs, taken: () => calls.splice(0) };
};

const WHOLE = ['freezeDraw', 'revealDraw', ...MARKETS.map((market) => `enqueueMarketSelections ${market}`), 'closeBooks'];
const down = (): never => {
  throw new RegError('SERVICE_UNAVAILABLE', 'down');
};

describe('an execution', () => {
  test('runs its states in order, each market for itself, and gives each the results before it', async () => {
    const { open, calls, inputs } = await createWorld();
    const machines = await open();
    await machines.start(MACHINE, 'one', { campaignId: 'summer-tour' });
    await machines.settled();
    expect(calls).toEqual(WHOLE);
    expect(inputs.get('enqueueMarketSelections paris-1')).toMatchObject({ campaignId: 'summer-tour', marketId: 'paris-1', selectionCount: 10 });
    expect(inputs.get('closeBooks')).toMatchObject({ frozen: { by: 'freezeDraw' }, selections: MARKETS.map(() => ({ ok: true })) });
    expect(await machines.describe(MACHINE, 'one')).toMatchObject({ status: 'SUCCEEDED', error: null, output: { books: { by: 'closeBooks' } } });
  });

  test('started twice under one name runs once, also after it has ended', async () => {
    const { open, calls } = await createWorld();
    const machines = await open();
    await Promise.all([machines.start(MACHINE, 'one', {}), machines.start(MACHINE, 'one', {})]);
    await machines.settled();
    expect(await machines.start(MACHINE, 'one', {})).toMatchObject({ status: 'SUCCEEDED' });
    await machines.settled();
    expect(calls).toEqual(WHOLE);
  });

  test('tries a step again, up to the attempts of its row, but not what trying again cannot mend', async () => {
    const { open, handle, taken } = await createWorld();
    const machines = await open();
    handle.current = down;
    await machines.start(MACHINE, 'down', {});
    await machines.settled();
    expect(taken()).toEqual(['freezeDraw', 'freezeDraw', 'freezeDraw']);
    expect(await machines.describe(MACHINE, 'down')).toMatchObject({ status: 'FAILED', error: 'Freeze: SERVICE_UNAVAILABLE: down' });
    handle.current = () => {
      throw new RegError('STATE_INVALID', 'open');
    };
    await machines.start(MACHINE, 'refused', {});
    await machines.settled();
    expect(taken()).toEqual(['freezeDraw']);
  });

  test('goes on to the books where one market fails, and tells of it', async () => {
    const { open, handle, calls } = await createWorld();
    const machines = await open();
    handle.current = (call) => (call.endsWith('paris-1') ? down() : undefined);
    await machines.start(MACHINE, 'one', {});
    await machines.settled();
    expect(calls.filter((call) => call.endsWith('paris-1'))).toHaveLength(3);
    expect(calls).toContain('enqueueMarketSelections berlin-1');
    expect(calls.at(-1)).toBe('closeBooks');
    expect(await machines.describe(MACHINE, 'one')).toMatchObject({ status: 'FAILED', error: 'SERVICE_UNAVAILABLE: down' });
  });
});

describe('an execution that was stopped in the middle', () => {
  test('goes on after a restart with what is not finished, and repeats nothing that is', async () => {
    const { open, handle, taken } = await createWorld();
    const first = await open();
    handle.current = (call) => {
      if (call !== 'enqueueMarketSelections paris-1') return;
      void first.stop();
      down();
    };
    await first.start(MACHINE, 'one', { campaignId: 'summer-tour' });
    await first.settled();
    expect(taken()).toEqual(WHOLE.slice(0, -1));
    expect(await first.describe(MACHINE, 'one')).toMatchObject({ status: 'RUNNING' });

    handle.current = () => undefined;
    const second = await open();
    await second.resume();
    await second.settled();
    expect(taken()).toEqual(['enqueueMarketSelections paris-1', 'closeBooks']);
    expect(await second.describe(MACHINE, 'one')).toMatchObject({ status: 'SUCCEEDED', input: { campaignId: 'summer-tour' } });
  });

  test('is under way once, however often it is resumed', async () => {
    const { open, calls } = await createWorld();
    const machines = await open();
    await machines.start(MACHINE, 'one', {});
    await Promise.all([machines.resume(), machines.resume()]);
    await machines.settled();
    expect(calls).toEqual(WHOLE);
  });
});

describe('where the memory itself fails', () => {
  const failingOnce = (method: keyof ExecutionStore, when: 'before' | 'after') => {
    let failures = 1;
    return (store: ExecutionStore): ExecutionStore => {
      const run = store[method] as (...input: unknown[]) => Promise<unknown>;
      const failing = async (...input: unknown[]): Promise<unknown> => {
        const fails = failures-- > 0;
        if (fails && when === 'before') throw new RegError('STORAGE_FAILED', 'The disk is full.');
        const result = await run(...input);
        if (fails) throw new RegError('STORAGE_FAILED', 'The answer was lost.');
        return result;
      };
      return { ...store, [method]: failing };
    };
  };

  test.each(['results', 'advance', 'saveResult', 'finish'] as const)('at %s, the execution goes on by itself', async (method) => {
    const { open } = await createWorld();
    const machines = await open(failingOnce(method, 'before'));
    await machines.start(MACHINE, 'one', {});
    await machines.settled();
    expect(await machines.describe(MACHINE, 'one')).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('a start whose answer was lost may be repeated, and then runs', async () => {
    const { open, calls } = await createWorld();
    const machines = await open(failingOnce('create', 'after'));
    await expect(machines.start(MACHINE, 'one', {})).rejects.toThrow('lost');
    await machines.start(MACHINE, 'one', {});
    await machines.settled();
    expect(calls).toEqual(WHOLE);
  });
});
