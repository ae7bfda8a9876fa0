import { createMemoryMetrics } from '../../../src/adapters/memory/memory-metrics.ts';
import type { Cloud } from '../../../src/runtime/lambda/cloud.ts';
import { readCloudConfig } from '../../../src/runtime/lambda/cloud-config.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { createSetClock } from '../../support/set-clock.ts';
import { silentLog } from '../../support/silent-log.ts';

/** A container that was told these resources and nothing else. */
export const cloudWith = (resources: object = {}, env: Readonly<Record<string, string>> = {}): Cloud => ({
  config: readCloudConfig({ ...env, REG_RESOURCES: JSON.stringify(resources) }),
  clock: createSetClock(),
  random: createSeededRandom(1),
  log: silentLog,
  metrics: createMemoryMetrics(),
  tracer: null,
  traces: null,
});

export const context = { awsRequestId: 'request-1', functionName: 'f', getRemainingTimeInMillis: () => 1000 };
