import type { ErrorCode } from '../../src/errors.ts';
import type { OutgoingMessage, SendResult } from '../../src/ports/queue.ts';
import type { Faults } from './faults.ts';

/** One start of the system: once it has crashed, nothing that it began gets any further. */
export interface Life {
  dead: boolean;
  /** Resolves at the crash. */
  readonly died: Promise<void>;
  die(): void;
}

export const createLife = (): Life => {
  const { promise: died, resolve } = Promise.withResolvers<void>();
  const life: Life = {
    dead: false,
    died,
    die: () => {
      life.dead = true;
      resolve();
    },
  };
  return life;
};

const nothing = (): Promise<never> => new Promise(() => {});

export interface FaultLayer {
  /** One call with its faults. `mayFail: false`: it is only traced, and may be the place of a crash. */
  call<T>(name: string, effect: () => Promise<T>, code?: ErrorCode, mayFail?: boolean): Promise<T>;
  /** A port whose every asynchronous method goes through `call`; `listeners` are passed on as they are. */
  port<P extends object>(name: string, port: P, except?: PortExceptions): P;
  /** A sender that sometimes takes a part only. */
  sender<M extends OutgoingMessage<unknown>>(
    name: string,
    send: (messages: readonly M[]) => Promise<SendResult>,
  ): (messages: readonly M[]) => Promise<SendResult>;
}

export interface PortExceptions {
  readonly listeners?: readonly string[];
  /** Methods that never fail by themselves. */
  readonly safe?: readonly string[];
}

const PARTIAL_SEND = 0.02;

export const createFaultLayer = (faults: Faults, life: Life): FaultLayer => {
  const call: FaultLayer['call'] = async (name, effect, code = 'STORAGE_FAILED', mayFail = true) => {
    if (life.dead) return nothing();
    const fault = faults.choose(name, mayFail);
    if (fault === 'crash before') life.die();
    if (life.dead) return nothing();
    try {
      if (fault === 'refused') throw faults.error(name, fault, code);
      const result = await effect();
      if (fault === 'crash after') life.die();
      if (fault === 'lost') throw faults.error(name, fault, code);
      return life.dead ? await nothing() : result;
    } catch (error) {
      if (life.dead) return nothing();
      throw error;
    } finally {
      faults.finished();
    }
  };

  const port: FaultLayer['port'] = (name, wrapped, { listeners = [], safe = [] } = {}) => {
    const methods = wrapped as Readonly<Record<string, (...input: unknown[]) => unknown>>;
    const made = Object.fromEntries(
      Object.entries(methods).map(([method, run]) => {
        if (typeof run !== 'function' || listeners.includes(method)) return [method, run];
        const isSafe = safe.includes(method);
        return [method, (...input: unknown[]) => call(`${name}.${method}`, async () => run(...input), 'STORAGE_FAILED', !isSafe)];
      }),
    );
    return made as typeof wrapped;
  };

  return {
    call,
    port,
    sender: (name, send) => (messages) =>
      call(name, async () => {
        const isPartial = messages.length > 0 && faults.spend(PARTIAL_SEND);
        if (!isPartial) return send(messages);
        const places = [...messages.keys()];
        const kept = places.filter(() => faults.below(2) === 0);
        const { failed } = await send(kept.map((place) => messages[place] as (typeof messages)[number]));
        const left = new Map(places.filter((place) => !kept.includes(place)).map((place) => [place, 'the simulation left it out']));
        for (const { index, reason } of failed) left.set(kept[index] as number, reason);
        return { failed: [...left].sort(([a], [b]) => a - b).map(([index, reason]) => ({ index, reason })) };
      }),
  };
};
