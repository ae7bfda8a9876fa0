import { createOffsetClock } from '../../src/adapters/system/offset-clock.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { openWorkplace } from '../../src/cli/options.ts';
import { untilSignal } from '../../src/cli/until-signal.ts';
import { createSystem } from '../../src/runtime/embedded/system.ts';

/**
 * What `reg serve --empty` runs, on a clock that begins at the instant of the first argument (UTC milliseconds), so that
 * an hourly schedule comes when it is wanted. The environment says the rest.
 */
const startAt = Number(process.argv[2]);
const workplace = { ...openWorkplace(), clock: createOffsetClock(createSystemClock(), startAt) };
const stopped = untilSignal(workplace.clock);
const system = await createSystem(workplace);
process.stdout.write(`${system.url}\n`);
await stopped;
await system.stop();
