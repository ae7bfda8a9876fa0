import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { expect, test } from 'vitest';
import { createCloudWatchOldestAge } from '../../src/adapters/aws/cloudwatch-oldest-age.ts';
import { createSystemClock } from '../../src/adapters/system/system-clock.ts';
import { freshName, ministack } from './ministack.ts';

test('the age of the oldest message is what CloudWatch heard last; of a queue it has not heard of nobody knows', async () => {
  const client = new CloudWatchClient(ministack());
  const clock = createSystemClock();
  const QueueName = freshName('work');
  const at = (minutesAgo: number, Value: number) => ({
    MetricName: 'ApproximateAgeOfOldestMessage',
    Dimensions: [{ Name: 'QueueName', Value: QueueName }],
    Timestamp: new Date(clock.now() - minutesAgo * 60_000),
    Value,
    Unit: 'Seconds' as const,
  });
  // In AWS only SQS itself may write these.
  await client.send(new PutMetricDataCommand({ Namespace: 'AWS/SQS', MetricData: [at(5, 300), at(2, 120), at(3, 180)] }));
  const oldestAgeMs = createCloudWatchOldestAge({ client, clock });
  expect(await oldestAgeMs(`https://sqs.us-east-1.amazonaws.com/000000000000/${QueueName}`)).toBe(120_000);
  expect(await oldestAgeMs(`https://sqs.us-east-1.amazonaws.com/000000000000/${freshName('other')}`)).toBeNull();
});
