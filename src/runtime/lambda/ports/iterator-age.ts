import { GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import type { StreamWorkerName } from '../../../topology.ts';
import { cloudWatchClient } from '../clients/cloudwatch.ts';
import type { Make } from '../cloud.ts';

/** How old the last record was that a stream's worker was given, in milliseconds; null where nothing was measured lately. */
export type IteratorAge = (worker: StreamWorkerName) => Promise<number | null>;

/** CloudWatch has a value a minute, and has it after a minute or two. */
const LOOK_BACK_MS = 5 * 60_000;

/** By the metric IteratorAge (AWS Lambda developer guide, "Types of metrics for Lambda functions"). */
export const iteratorAge: Make<IteratorAge> =
  ({ config, clock, log }) =>
  async (worker) => {
    const now = clock.now();
    try {
      const { MetricDataResults: [result] = [] } = await cloudWatchClient().send(
        new GetMetricDataCommand({
          StartTime: new Date(now - LOOK_BACK_MS),
          EndTime: new Date(now),
          ScanBy: 'TimestampDescending',
          MetricDataQueries: [
            {
              Id: 'age',
              MetricStat: {
                Metric: {
                  Namespace: 'AWS/Lambda',
                  MetricName: 'IteratorAge',
                  Dimensions: [{ Name: 'FunctionName', Value: config.resources.workerFunction(worker) }],
                },
                Period: 60,
                Stat: 'Maximum',
              },
            },
          ],
        }),
      );
      const newest = result?.Values?.[0];
      return newest === undefined ? null : Math.round(newest);
    } catch (error) {
      // Whoever looks at the queues should see them all the same.
      log.warn({ worker, error: error instanceof Error ? error.name : 'unknown error' }, 'the iterator age could not be read');
      return null;
    }
  };
