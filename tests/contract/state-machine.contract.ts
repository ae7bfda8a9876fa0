import { describe, expect, test } from 'vitest';
import type { Execution, StateMachines } from '../../src/ports/state-machine.ts';

export interface StateMachinesSubject {
  /** Whose first state fails where the input says `fail: true`, with a reason that holds `broken`. */
  readonly machines: StateMachines<'selectionStateMachine'>;
  /** Resolves when none of its executions is under way. */
  settled(executionName: string): Promise<unknown>;
}

const MACHINE = 'selectionStateMachine';

/** What every engine of state machines has to keep (src/ports/state-machine.ts). */
export const describeStateMachinesContract = (name: string, create: () => Promise<StateMachinesSubject>): void => {
  const run = async ({ machines, settled }: StateMachinesSubject, executionName: string, input: unknown): Promise<Execution | null> => {
    await machines.start(MACHINE, executionName, input);
    await settled(executionName);
    return machines.describe(MACHINE, executionName);
  };

  describe(`state machines: ${name}`, () => {
    test('an execution is started under its name and comes to its end', async () => {
      const subject = await create();
      const started = await subject.machines.start(MACHINE, 'summer-tour-draw-1', { campaignId: 'summer-tour' });
      const named = { name: 'summer-tour-draw-1', machine: MACHINE, input: { campaignId: 'summer-tour' } };
      expect(started).toMatchObject({ ...named, error: null });
      expect(started.startedAt).toBeGreaterThan(0);
      await subject.settled(started.name);
      const ended = await subject.machines.describe(MACHINE, started.name);
      expect(ended).toMatchObject({ ...named, status: 'SUCCEEDED', output: { campaignId: 'summer-tour' }, error: null, startedAt: started.startedAt });
      expect(ended?.endedAt).toBeGreaterThanOrEqual(started.startedAt);
    });

    test('a name that ran before is answered as it is, whatever the input', async () => {
      const subject = await create();
      const ended = await run(subject, 'once', { campaignId: 'summer-tour' });
      expect(await subject.machines.start(MACHINE, 'once', { campaignId: 'summer-tour' })).toEqual(ended);
      expect(await subject.machines.start(MACHINE, 'once', { campaignId: 'winter-tour' })).toEqual(ended);
    });

    test('several starts under one name are one execution', async () => {
      const { machines, settled } = await create();
      const started = await Promise.all([1, 2, 3].map(() => machines.start(MACHINE, 'once', {})));
      await settled('once');
      expect(new Set(started.map(({ startedAt }) => startedAt)).size).toBe(1);
    });

    test('one that failed says why, and stays so under its name; another name may go well', async () => {
      const subject = await create();
      const failed = await run(subject, 'one', { fail: true });
      expect(failed).toMatchObject({ status: 'FAILED', error: expect.stringContaining('broken'), endedAt: expect.any(Number) });
      expect(await subject.machines.start(MACHINE, 'one', {})).toEqual(failed);
      expect(await run(subject, 'one-retry-1', {})).toMatchObject({ status: 'SUCCEEDED' });
    });

    test('where nothing ran there is nothing', async () => {
      const { machines } = await create();
      for (const absent of ['never', '', 'a b', 'a:b', 'x'.repeat(81)]) expect(await machines.describe(MACHINE, absent)).toBeNull();
    });

    test.each(['', 'a b', 'a/b', 'a:b', 'Zoë', 'x'.repeat(81)])('%j is no name of an execution', async (wrong) => {
      const { machines } = await create();
      await expect(machines.start(MACHINE, wrong, {})).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    });
  });
};
