import { type Tracer, trace } from '@opentelemetry/api';
import { createEmfMetrics } from '../../adapters/aws/emf-metrics.ts';
import { createSystemClock } from '../../adapters/system/system-clock.ts';
import { createSystemRandom } from '../../adapters/system/system-random.ts';
import { describeError, RegError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Random } from '../../ports/random.ts';
import type { WorkerName } from '../../topology.ts';
import type { TraceSettings } from '../../trace-settings.ts';
import type { Traces } from '../traces/open-traces.ts';
import { type CloudConfig, readCloudConfig } from './cloud-config.ts';
import { createLineLog } from './line-log.ts';

/** What everything in one container shares, made at its start. */
export interface Cloud {
  readonly config: CloudConfig;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Metrics<WorkerName>;
  /** Follows work once `traces` is there; null: nobody records traces. */
  readonly tracer: Tracer | null;
  /** OpenTelemetry's SDK, loaded where somebody wants traces; null also where it could not be loaded. */
  readonly traces: Promise<Traces | null> | null;
}

/** Makes what a function needs of the cloud: a port on its adapter. */
export type Make<T> = (cloud: Cloud) => T;

/** Of the counts in CloudWatch. */
const NAMESPACE = 'reg-workers';

/** At once: a container is frozen between invocations, so a line that waits may be lost. Node writes to pipes and files synchronously (its documentation, "A note on process I/O"). */
const toStandardError = (line: string): void => {
  process.stderr.write(line);
};

/** Reads the environment. Throws `CONFIG_INVALID`, which stops the container's start with one line. */
export const openCloud = (env: Readonly<Record<string, string | undefined>>): Cloud => {
  const config = readCloudConfig(env);
  const clock = createSystemClock();
  const log = createLineLog({ level: config.logLevel, clock, write: toStandardError });
  const { traces } = config;
  return {
    config,
    clock,
    random: createSystemRandom(clock),
    log,
    metrics: createEmfMetrics<WorkerName>({ namespace: NAMESPACE, clock, write: (line) => toStandardError(`${line}\n`) }),
    tracer: traces === null ? null : trace.getTracer('reg-workers'),
    traces: traces === null ? null : tracesTo(traces, log),
  };
};

const tracesTo = async (settings: TraceSettings, log: Log): Promise<Traces | null> => {
  try {
    const { openTraces } = await import('../traces/open-traces.ts');
    return openTraces(settings, log);
  } catch (error) {
    log.warn({ error: describeError(error) }, 'traces are not recorded');
    return null;
  }
};

/** How fans reach the front door. Throws `CONFIG_INVALID` where nobody said. */
export const publicUrlOf = ({ config }: Cloud): string => {
  if (config.publicUrl !== null) return config.publicUrl;
  throw new RegError('CONFIG_INVALID', 'REG_PUBLIC_URL has to be set: links in mails begin with it.', { detail: { name: 'REG_PUBLIC_URL' } });
};
