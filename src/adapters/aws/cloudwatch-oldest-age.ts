import { type CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import type { Clock } from '../../ports/clock.ts';

export interface CloudWatchOldestAgeOptions {
  readonly client: CloudWatchClient;
  readonly clock: Clock;
}

const MINUTE_MS = 60_000;
/** SQS reports each minute, and late (Amazon SQS developer guide, "Available CloudWatch metrics"). */
const LOOK_BACK_MS = 10 * MINUTE_MS;

/**
 * How old the oldest message of an SQS queue is, as CloudWatch last heard, in milliseconds; null where it has not heard
 * of the queue or does not answer. SQS alone does not tell. Each queue is asked about once a minute.
 */
export const createCloudWatchOldestAge = ({ client, clock }: CloudWatchOldestAgeOptions): ((queueUrl: string) => Promise<number | null>) => {
  const known = new Map<string, { readonly ageMs: Promise<number | null>; readonly until: number }>();

  const ask = async (queueUrl: string): Promise<number | null> => {
    const now = clock.now();
    const { Datapoints = [] } = await client.send(
      new GetMetricStatisticsCommand({
        Namespace: 'AWS/SQS',
        MetricName: 'ApproximateAgeOfOldestMessage',
        Dimensions: [{ Name: 'QueueName', Value: queueUrl.split('/').at(-1) }],
        StartTime: new Date(now - LOOK_BACK_MS),
        EndTime: new Date(now + MINUTE_MS),
        Period: 60,
        Statistics: ['Maximum'],
      }),
    );
    const newest = Datapoints.reduce<(typeof Datapoints)[number] | null>(
      (latest, point) => ((point.Timestamp?.getTime() ?? 0) > (latest?.Timestamp?.getTime() ?? Number.NEGATIVE_INFINITY) ? point : latest),
      null,
    );
    return newest?.Maximum === undefined ? null : newest.Maximum * 1000;
  };

  return (queueUrl) => {
    const before = known.get(queueUrl);
    if (before !== undefined && clock.now() < before.until) return before.ageMs;
    const ageMs = ask(queueUrl).catch(() => null);
    known.set(queueUrl, { ageMs, until: clock.now() + MINUTE_MS });
    return ageMs;
  };
};
