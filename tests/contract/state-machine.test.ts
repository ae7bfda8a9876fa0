import { createSqliteExecutionStore } from '../../src/adapters/sqlite/sqlite-execution-store.ts';
import { RegError } from '../../src/errors.ts';
import { createStateMachines } from '../../src/runtime/embedded/state-machines.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { createSetClock } from '../support/set-clock.ts';
import { silentLog } from '../support/silent-log.ts';
import { createSqliteFolder } from '../support/sqlite-folder.ts';
import { describeStateMachinesContract } from './state-machine.contract.ts';

describeStateMachinesContract('embedded', async () => {
  const machines = createStateMachines({
    store: createSqliteExecutionStore({ engine: await createSqliteFolder().open() }),
    invoke: async (worker, event) => {
      if ((event as { readonly fail?: boolean }).fail === true) throw new RegError('STATE_INVALID', 'It is broken.');
      return worker === 'revealDraw' ? { markets: [] } : {};
    },
    clock: createSetClock(),
    random: createSeededRandom(1),
    log: silentLog,
  });
  return { machines, settled: () => machines.settled() };
});
