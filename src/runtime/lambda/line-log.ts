import { hidePersonal, type Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';

export interface LineLogOptions {
  /** `silent` says nothing. */
  readonly level: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Takes a line with its end. */
  readonly write: (line: string) => void;
}

/** As pino numbers them. */
const LEVELS: Readonly<Record<string, number>> = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60, silent: Number.POSITIVE_INFINITY };

type Write = (first: object | string, message?: string) => void;

/** Writes the lines that `createLog` writes, for functions, whose every start would have to load pino. */
export const createLineLog = ({ level, clock, write }: LineLogOptions): Log => {
  const least = LEVELS[level] ?? LEVELS.info ?? 0;

  const logOf = (bindings: object): Log => {
    const at =
      (number: number): Write =>
      (first, message) => {
        if (number < least) return;
        const [fields, msg] = typeof first === 'string' ? [{}, first] : [hidePersonal(first), message];
        const line = { level: number, time: new Date(clock.now()).toISOString(), ...bindings, ...fields, ...(msg === undefined ? {} : { msg }) };
        write(`${JSON.stringify(line)}\n`);
      };
    return {
      debug: at(20),
      info: at(30),
      warn: at(40),
      error: at(50),
      isLevelEnabled: (name: string) => (LEVELS[name] ?? 0) >= least,
      child: (more) => logOf({ ...bindings, ...more }),
    };
  };
  return logOf({});
};
