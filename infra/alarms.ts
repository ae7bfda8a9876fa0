import { aws_cloudwatch_actions as actions, aws_cloudwatch as cloudwatch, Duration, type aws_lambda as lambda, aws_sns as sns } from 'aws-cdk-lib';
import { type WorkerName, workers } from '../src/topology.ts';
import type { Deployment } from './functions.ts';
import type { Queues } from './queues.ts';

const FIVE_MINUTES = Duration.minutes(5);
/** Something in a queue for this long means that its worker does not keep up, or that a service is away. */
const OLDEST_MESSAGE_SECONDS = 900;
const ITERATOR_AGE_MS = 300_000;

/** What an operator has to be told, and one page to look at. */
export const createAlarms = ({ stack, settings }: Deployment, { queues, deadLetterQueues }: Queues, functions: ReadonlyMap<string, lambda.Function>): void => {
  const told = settings.alarmTopicArn === null ? null : new actions.SnsAction(sns.Topic.fromTopicArn(stack, 'alarm-topic', settings.alarmTopicArn));
  const alarm = (id: string, metric: cloudwatch.Metric, threshold: number, description: string): void => {
    const made = new cloudwatch.Alarm(stack, id, {
      alarmName: `${settings.prefix}-${id}`,
      alarmDescription: description,
      metric,
      threshold,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    if (told !== null) made.addAlarmAction(told);
  };

  for (const [name, queue] of deadLetterQueues) {
    alarm(
      `${name}-holds-messages`,
      queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES }),
      0,
      `Messages failed for good. Look: reg dead-letters ${name}. Mended: reg redrive ${name}.`,
    );
  }
  for (const [name, queue] of Object.entries(queues)) {
    alarm(
      `${name}-waits`,
      queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES }),
      OLDEST_MESSAGE_SECONDS,
      `A message has waited in ${name} for over ${OLDEST_MESSAGE_SECONDS / 60} minutes.`,
    );
  }
  for (const [name, made] of functions) {
    alarm(`${name}-errors`, made.metricErrors({ period: FIVE_MINUTES }), 0, `${name} failed; its log has the reason.`);
    alarm(
      `${name}-throttles`,
      made.metricThrottles({ period: FIVE_MINUTES }),
      0,
      `${name} was not allowed to run: the account's concurrency, or what is reserved for it, is used up.`,
    );
  }
  for (const worker of Object.keys(workers) as WorkerName[]) {
    const made = functions.get(worker);
    if (workers[worker].trigger.kind !== 'stream' || made === undefined) continue;
    alarm(
      `${worker}-iterator-age`,
      made.metric('IteratorAge', { period: FIVE_MINUTES, statistic: 'Maximum' }),
      ITERATOR_AGE_MS,
      `${worker} is over ${ITERATOR_AGE_MS / 60_000} minutes behind the demand-table; records are lost after 24 hours.`,
    );
  }
  createDashboard({ stack, settings }, { queues, deadLetterQueues }, functions);
};

const createDashboard = (
  { stack, settings }: Pick<Deployment, 'stack' | 'settings'>,
  { queues, deadLetterQueues }: Pick<Queues, 'queues' | 'deadLetterQueues'>,
  functions: ReadonlyMap<string, lambda.Function>,
): void => {
  const graph = (title: string, left: readonly cloudwatch.IMetric[]): cloudwatch.GraphWidget =>
    new cloudwatch.GraphWidget({ title, left: [...left], width: 12, height: 6 });
  const all = [...functions.values()];
  new cloudwatch.Dashboard(stack, 'dashboard', {
    dashboardName: settings.prefix,
    widgets: [
      [
        graph(
          'Messages waiting',
          Object.values(queues).map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
        ),
        graph(
          'Oldest message',
          Object.values(queues).map((queue) => queue.metricApproximateAgeOfOldestMessage()),
        ),
      ],
      [
        graph(
          'Dead letters',
          [...deadLetterQueues.values()].map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
        ),
        graph(
          'Errors',
          all.map((made) => made.metricErrors()),
        ),
      ],
      [
        graph(
          'Invocations',
          all.map((made) => made.metricInvocations()),
        ),
        graph(
          'Duration',
          all.map((made) => made.metricDuration()),
        ),
      ],
    ],
  });
};
