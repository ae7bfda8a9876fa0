import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEAD_LETTER_RETENTION_DAYS, eventTopics, queues, resolvers, stateMachines, topics, type WorkerName, workers } from '../../src/topology.ts';
import { kebab } from '../support/kebab.ts';

const rows = Object.entries(workers) as unknown as readonly [WorkerName, (typeof workers)[WorkerName]][];

/** Every name of the mission's document. */
const mission = {
  workers: [
    'checkEligibility',
    'enqueueEntries',
    'saveEntries',
    'retryScore',
    'enqueueMarketSelections',
    'saveSelections',
    'markAssignedCodes',
    'refreshSelections',
    'processData',
    'sendData',
    'notificationGenerator',
    'planSends',
    'getMarketsToNotify',
    'triggerReminderEmail',
    'upsertEntry',
    'withdrawEntry',
    'upsertUsers',
    'reportVerdicts',
  ],
  queues: [
    'saveEntriesQueue',
    'saveSelectionQueue',
    'dataQueue',
    'refreshSelectionQueue',
    'retryScoreQueue',
    'userInfoQueue',
    'verdictReporterQueue',
    'campaign-queue',
    'market-queue',
    'registration-queue',
  ],
  deadLetterQueues: ['enqueueEntriesDlq', 'markAssignedCodesDlq'],
};

describe('the topology', () => {
  test('has each worker, queue and dead-letter queue of the mission', () => {
    expect(Object.keys(workers)).toEqual(expect.arrayContaining(mission.workers));
    expect(Object.keys(queues)).toEqual(expect.arrayContaining(mission.queues));
    expect(rows.flatMap(([, { trigger }]) => (trigger.kind === 'stream' ? [trigger.deadLetterQueue] : []))).toEqual(
      expect.arrayContaining(mission.deadLetterQueues),
    );
    expect(Object.values(eventTopics)).toEqual(['campaigns', 'markets', 'registrations', 'event-mappings', 'registered-markets']);
  });

  test.each(rows)('%s stands where its domain and name say, and exports itself', async (name, { domain }) => {
    const file = new URL(`../../src/workers/${domain}/${kebab(name)}.ts`, import.meta.url);
    expect(existsSync(file), file.pathname).toBe(true);
    const module: Readonly<Record<string, unknown>> = await import(file.href);
    expect(typeof module[name]).toBe('function');
  });

  test.each(rows)('%s has the middleware chain of its trigger', (_, { trigger, chain }) => {
    const expected = {
      resolver: ['correlation', 'tracing', 'transformAppSyncInput', 'services', 'resultHandler'],
      stream: ['correlation', 'tracing', 'transformDynamoDBKinesisRecords', 'services', 'batchItemResultHandler'],
      queue: ['correlation', 'tracing', 'transformSQSRecords', 'services', 'authentication', 'batchItemResultHandler'],
      schedule: ['correlation', 'tracing', 'services', 'authentication', 'resultHandler'],
      direct: ['correlation', 'tracing', 'services', 'authentication', 'resultHandler'],
    }[trigger.kind];
    expect(chain).toEqual(expected);
  });

  test('each queue has one worker, and whatever is sent to has a queue', () => {
    const consumed = rows.flatMap(([, { trigger }]) => (trigger.kind === 'queue' ? [...trigger.queues] : []));
    expect([...consumed].sort()).toEqual(Object.keys(queues).sort());
  });

  test.each(rows.filter(([, { trigger }]) => trigger.kind === 'queue'))('%s: visibility is at least 6 times the timeout plus the window', (_, row) => {
    if (row.trigger.kind !== 'queue') return;
    for (const name of row.trigger.queues) {
      expect(queues[name].visibilitySeconds).toBeGreaterThanOrEqual(6 * row.timeoutSeconds + row.trigger.windowSeconds);
    }
  });

  test.each(rows.filter(([, { trigger }]) => trigger.kind === 'queue'))('%s: a batch of more than 10 has a window', (_, { trigger }) => {
    if (trigger.kind === 'queue' && trigger.batch.cloud > 10) expect(trigger.windowSeconds).toBeGreaterThan(0);
  });

  test('dead letters are kept longer than what they came from', () => {
    for (const { retentionDays, maxReceiveCount } of Object.values(queues)) {
      expect(retentionDays).toBeLessThan(DEAD_LETTER_RETENTION_DAYS);
      expect(maxReceiveCount).toBe(4);
    }
  });

  test('every record type has one subscription', () => {
    expect(topics.dataSns.subscriptions.map(({ filter }) => filter.type).sort()).toEqual(Object.keys(eventTopics).sort());
  });

  test('resolvers and state machines name workers of the right kind', () => {
    const fields = [...Object.values(resolvers.Query), ...Object.values(resolvers.Mutation)].flat();
    for (const name of fields) expect(workers[name].trigger.kind).toBe('resolver');
    for (const { worker } of stateMachines.selectionStateMachine.states) expect(workers[worker].trigger.kind).toBe('direct');
  });
});
