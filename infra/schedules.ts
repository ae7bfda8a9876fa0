import { aws_iam as iam, type Stack, aws_scheduler as scheduler } from 'aws-cdk-lib';
import { type Trigger, type WorkerName, workers } from '../src/topology.ts';
import { allow } from './functions.ts';
import type { Settings } from './settings.ts';
import type { WorkerFunctions } from './workers.ts';

// The scheduler repeats a run that failed; every scheduled worker is safe to repeat, and the next run makes up for one that was lost.
const RETRIES = 3;
const OLDEST_RUN_SECONDS = 3600;

/** The topology's schedules, in UTC, so that no run falls into a gap of summer time. */
export const createSchedules = (stack: Stack, settings: Settings, functions: WorkerFunctions): void => {
  const scheduled = (Object.keys(workers) as WorkerName[]).flatMap((worker) => {
    const trigger: Trigger = workers[worker].trigger;
    return trigger.kind === 'schedule' ? [{ worker, trigger }] : [];
  });
  const role = new iam.Role(stack, 'schedules-role', {
    assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': stack.account } } }),
    inlinePolicies: {
      rights: new iam.PolicyDocument({
        statements: [
          allow(
            ['lambda:InvokeFunction'],
            scheduled.map(({ worker }) => functions[worker].functionArn),
          ),
        ],
      }),
    },
  });
  for (const { worker, trigger } of scheduled) {
    new scheduler.CfnSchedule(stack, `schedule-${trigger.schedule}`, {
      name: `${settings.prefix}-${trigger.schedule}`,
      description: workers[worker].purpose,
      scheduleExpression: awsCron(trigger.cron),
      scheduleExpressionTimezone: 'UTC',
      flexibleTimeWindow: { mode: 'OFF' },
      state: worker === 'triggerReminderEmail' && settings.mailDomain === null ? 'DISABLED' : 'ENABLED',
      target: {
        arn: functions[worker].functionArn,
        roleArn: role.roleArn,
        // The event that workers know, with the scheduled time that a run is known by.
        input: JSON.stringify({
          source: 'aws.scheduler',
          'detail-type': 'Scheduled Event',
          time: '<aws.scheduler.scheduled-time>',
          id: '<aws.scheduler.execution-id>',
        }),
        retryPolicy: { maximumRetryAttempts: RETRIES, maximumEventAgeInSeconds: OLDEST_RUN_SECONDS },
      },
    });
  }
};

/** From five fields to EventBridge's six, one of whose two day fields has to be `?` (EventBridge Scheduler user guide, "Schedule types"). */
export const awsCron = (cron: string): string => {
  const [minute, hour, day, month, weekday, ...rest] = cron.split(' ');
  if (weekday === undefined || rest.length > 0) throw new Error(`The schedule ${cron} has not five fields.`);
  if (weekday !== '*') throw new Error(`The schedule ${cron} names week days, which EventBridge counts in another way.`);
  return `cron(${minute} ${hour} ${day} ${month} ? *)`;
};
