import { describe, expect, test } from 'vitest';
import type { ExecutionStore } from '../../src/ports/execution-store.ts';

export interface ExecutionStoreSubject {
  readonly store: ExecutionStore;
  /** The same store after the process ended and another began. */
  restart(): Promise<ExecutionStoreSubject>;
}

const MACHINE = 'selectionStateMachine';

/** What every memory of executions has to keep (src/ports/execution-store.ts). */
export const describeExecutionStoreContract = (name: string, create: () => Promise<ExecutionStoreSubject>): void => {
  describe(`execution store: ${name}`, () => {
    test('an execution begins running at its first state', async () => {
      const { store } = await create();
      const execution = {
        machine: MACHINE,
        name: 'summer-tour-1',
        status: 'RUNNING',
        stateIndex: 0,
        input: { campaignId: 'summer-tour' },
        output: null,
        error: null,
        startedAt: 1000,
        endedAt: null,
      };
      expect(await store.create(MACHINE, 'summer-tour-1', { campaignId: 'summer-tour' }, 1000)).toEqual({ execution, created: true });
      expect(await store.get(MACHINE, 'summer-tour-1')).toEqual(execution);
      expect(await store.get(MACHINE, 'other')).toBeNull();
      expect(await store.get('otherMachine', 'summer-tour-1')).toBeNull();
    });

    test('a name that was used gives the execution that is there', async () => {
      const { store } = await create();
      const outcomes = await Promise.all([store.create(MACHINE, 'one', { n: 1 }, 1000), store.create(MACHINE, 'one', { n: 2 }, 2000)]);
      expect(outcomes.map(({ created }) => created)).toEqual([true, false]);
      expect(outcomes[1]?.execution).toMatchObject({ input: { n: 1 }, startedAt: 1000 });
      expect((await store.create('otherMachine', 'one', {}, 3000)).created).toBe(true);
    });

    test('results are kept by state and item, the first of each, over a restart', async () => {
      const before = await create();
      await before.store.create(MACHINE, 'one', {}, 1000);
      await before.store.saveResult(MACHINE, 'one', { stateIndex: 2, itemIndex: 10, result: { enqueued: 3 } });
      await before.store.saveResult(MACHINE, 'one', { stateIndex: 2, itemIndex: 0, result: 'zero' });
      await before.store.saveResult(MACHINE, 'one', { stateIndex: 0, itemIndex: null, result: undefined });
      await before.store.saveResult(MACHINE, 'one', { stateIndex: 2, itemIndex: 0, result: 'again' });
      const { store } = await before.restart();
      expect(await store.results(MACHINE, 'one')).toEqual([
        { stateIndex: 0, itemIndex: null, result: null },
        { stateIndex: 2, itemIndex: 0, result: 'zero' },
        { stateIndex: 2, itemIndex: 10, result: { enqueued: 3 } },
      ]);
    });

    test('a restart finds what was running, oldest first, at the state it had come to', async () => {
      const before = await create();
      for (const execution of ['first', 'ended', 'second']) await before.store.create(MACHINE, execution, {}, 1000);
      await before.store.advance(MACHINE, 'first', 2);
      await before.store.advance(MACHINE, 'first', 1);
      await before.store.finish(MACHINE, 'ended', { status: 'SUCCEEDED', output: { n: 1 }, error: null, endedAt: 2000 });
      const { store } = await before.restart();
      expect((await store.running()).map(({ name: execution, stateIndex }) => [execution, stateIndex])).toEqual([
        ['first', 2],
        ['second', 0],
      ]);
    });

    test('an end is final', async () => {
      const { store } = await create();
      await store.create(MACHINE, 'one', {}, 1000);
      await store.finish(MACHINE, 'one', { status: 'FAILED', output: null, error: 'CODES_SHORT: 3 codes are missing.', endedAt: 2000 });
      await store.finish(MACHINE, 'one', { status: 'SUCCEEDED', output: {}, error: null, endedAt: 3000 });
      expect(await store.get(MACHINE, 'one')).toMatchObject({ status: 'FAILED', output: null, error: 'CODES_SHORT: 3 codes are missing.', endedAt: 2000 });
    });

    test('an execution that is not there is refused', async () => {
      const { store } = await create();
      const refused = { code: 'NOT_FOUND' };
      await expect(store.saveResult(MACHINE, 'none', { stateIndex: 0, itemIndex: null, result: 1 })).rejects.toMatchObject(refused);
      await expect(store.results(MACHINE, 'none')).rejects.toMatchObject(refused);
      await expect(store.advance(MACHINE, 'none', 1)).rejects.toMatchObject(refused);
      await expect(store.finish(MACHINE, 'none', { status: 'FAILED', output: null, error: null, endedAt: 1 })).rejects.toMatchObject(refused);
    });
  });
};
