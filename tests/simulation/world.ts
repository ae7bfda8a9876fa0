import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Mail, MailOutcome } from '../../src/ports/mailer.ts';
import type { Secrets } from '../../src/ports/secrets.ts';
import type { CallContext } from '../../src/services/contract.ts';
import { queues } from '../../src/topology.ts';
import { createMemorySecrets } from '../support/memory-secrets.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock, type SetClock } from '../support/set-clock.ts';
import { OPEN } from './campaign.ts';
import { ask, type Fan, type Wish } from './fans.ts';
import { createFaults, type Faults } from './faults.ts';
import { createLastingFiles } from './lasting-files.ts';
import { type SimulatedNode, startNode } from './node.ts';
import { watch } from './watchers.ts';

export interface World {
  readonly seed: number;
  readonly clock: SetClock;
  readonly faults: Faults;
  readonly fans: readonly Fan[];
  readonly files: ReturnType<typeof createLastingFiles>;
  readonly sent: readonly Mail[];
  readonly secrets: Secrets;
  /** The start that is alive; a crash is followed by a new one. */
  node(): SimulatedNode;
  /** Has a fan ask, while everything else goes on. */
  ask(fan: Fan, wish: Wish): void;
  /** An operator's call to a service, again until it is answered. */
  operate<Answer>(service: 'campaign' | 'entry' | 'user' | 'code', operation: string, request: unknown): Promise<Answer>;
  /** Lets everything run for some turns of the event loop. */
  turns(count: number): Promise<void>;
  /** Goes on to an instant, waking whatever waits for a time before; `longestStep` milliseconds at a time where nothing waits. Default: all at once. */
  until(instant: number, longestStep?: number): Promise<void>;
  /** Goes on until nothing is left to do. Throws where that takes too many steps. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const MAIL_REFUSED = 0.1;
const MAIL_UNANSWERED = 0.05;
const QUIET_TURNS = 5;
const MOST_STEPS = 3000;
const MOST_TRIES = 20;
const LONGEST_STEP_MS = 30_000;

export const createWorld = async (seed: number, fanCount = 40): Promise<World> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'reg-simulation-'));
  const clock = createSetClock(OPEN - 3_600_000);
  const chaos = createSeededRandom(seed ^ 0x5eed);
  // At most two in all, as each costs a message one of its deliveries.
  const blows = Array.from({ length: Math.floor(chaos.fraction() * 3) }, () => ({
    at: 50 + Math.floor(chaos.fraction() * 9000),
    isCrash: chaos.fraction() < 0.7,
  }));
  const callsOf = (crashes: boolean): readonly number[] => blows.flatMap(({ at, isCrash }) => (isCrash === crashes ? [at] : []));
  const faults = createFaults({ clock, random: chaos, crashAt: callsOf(true), pauseAt: callsOf(false) });
  const files = createLastingFiles();
  const sent: Mail[] = [];
  const mailer = {
    send: async (mail: Mail): Promise<MailOutcome> => {
      if (faults.chance(MAIL_REFUSED)) return { state: 'failed', reason: 'the simulation refused it', retryable: true };
      sent.push(mail);
      return faults.chance(MAIL_UNANSWERED) ? { state: 'ambiguous', reason: 'the simulation lost the answer' } : { state: 'sent' };
    },
  };
  const lasting = { secrets: createMemorySecrets(), files, mailer };
  const random = createSeededRandom(seed, clock.now);
  const attempts = new Map<string, number>();
  const start = async (): Promise<SimulatedNode> => {
    const started = await startNode({ dataFolder, lasting, clock, random, faults, attempts });
    watch(started.adapters.engine);
    return started;
  };
  let node = await start();
  let scheduled: Promise<void> | null = null;
  const operator: CallContext = { caller: { kind: 'operator', name: 'simulation' }, correlationId: 'simulation' };

  const reviveIfDead = async (): Promise<void> => {
    while (node.life.dead) {
      await node.adapters.engine.close();
      scheduled = null;
      node = await start();
    }
  };
  const tick = (): void => {
    node.wake();
    scheduled ??= node
      .runDueSchedules()
      .catch(() => undefined)
      .finally(() => {
        scheduled = null;
      });
  };
  const quiet = async (): Promise<void> => {
    for (let still = 0, before = faults.activity(); still < QUIET_TURNS; still += 1) {
      await nextTurn();
      await reviveIfDead();
      if (faults.activity() !== before) {
        before = faults.activity();
        still = -1;
      }
    }
  };
  const nextEvent = async (): Promise<number> => {
    const { queueEngine } = node.adapters;
    const names = Object.keys(queues);
    const visible = await Promise.all(names.map((queue) => queueEngine.nextVisibleAt(queue as 'dataQueue')));
    const times = [clock.nextSleeperAt(), ...visible].filter((time) => time !== null);
    return Math.max(clock.now() + 1, Math.ceil(Math.min(clock.now() + LONGEST_STEP_MS, ...times)));
  };
  /** What is still to do, in a few words each. */
  const leftToDo = async (): Promise<readonly string[]> => {
    const { queueEngine, changeStream, executionStore } = node.adapters;
    const left: string[] = [];
    for (const queue of Object.keys(queues)) {
      const { waiting, inFlight, delayed } = await queueEngine.depth(queue as 'dataQueue');
      if (waiting + inFlight + delayed > 0) left.push(`${queue}: ${waiting} waiting, ${inFlight} in flight, ${delayed} delayed`);
    }
    for (const worker of ['enqueueEntries', 'markAssignedCodes'] as const) {
      const { records } = await changeStream.lag(worker);
      if (records > 0) left.push(`${worker}: ${records} behind`);
    }
    for (const { name, stateIndex } of await executionStore.running()) left.push(`${name}: at state ${stateIndex}`);
    if (scheduled !== null) left.push('a scheduled run');
    for (const { globalUserId, busy } of fans) if (busy) left.push(`${globalUserId} waits for an answer`);
    return left;
  };
  const isIdle = async (): Promise<boolean> => (await leftToDo()).length === 0;

  const fans = Array.from({ length: fanCount }, (_, index): Fan => ({ globalUserId: `fan-${String(index).padStart(3, '0')}`, possible: [null], busy: false }));
  return {
    seed,
    clock,
    faults,
    fans,
    files,
    sent,
    secrets: lasting.secrets,
    node: () => node,
    ask: (fan, wish) => void ask(node, fan, wish),
    operate: async (service, operation, request) => {
      for (let attempt = 0; ; attempt += 1) {
        await reviveIfDead();
        const answer = faults.within({ faultsLeft: attempt === 0 ? 1 : 0 }, async () =>
          (node.services[service][operation] as (input: unknown, call: CallContext) => Promise<unknown>)(JSON.parse(JSON.stringify(request)), operator),
        );
        const outcome = await Promise.race([
          answer.then(
            (value) => ({ value }),
            (error: unknown) => ({ error }),
          ),
          node.life.died,
        ]);
        if (outcome !== undefined && 'value' in outcome) return outcome.value as never;
        if (attempt >= MOST_TRIES) throw outcome === undefined ? new Error('crashes without end') : outcome.error;
      }
    },
    turns: async (count) => {
      for (let turn = 0; turn < count; turn += 1) {
        await nextTurn();
        await reviveIfDead();
      }
    },
    until: async (instant, longestStep = Number.POSITIVE_INFINITY) => {
      while (clock.now() < instant) {
        await quiet();
        const next = (await isIdle()) ? clock.now() + longestStep : await nextEvent();
        clock.advance(Math.max(1, Math.min(instant, next) - clock.now()));
        tick();
      }
    },
    settle: async () => {
      for (let step = 0; step < MOST_STEPS; step += 1) {
        tick();
        await quiet();
        if (await isIdle()) return;
        clock.advance((await nextEvent()) - clock.now());
      }
      throw new Error(`The world of seed ${seed} does not come to rest: ${(await leftToDo()).join('; ')}.`);
    },
    close: async () => {
      node.life.die();
      await node.adapters.engine.close();
      rmSync(dataFolder, { recursive: true });
    },
  };
};
