import { expect, test } from 'vitest';
import { createDynamoDBAuditLog } from '../../../src/adapters/aws/dynamodb-audit-log.ts';
import { createSystemClock } from '../../../src/adapters/system/system-clock.ts';
import { createSystemRandom } from '../../../src/adapters/system/system-random.ts';
import { firstBroken } from '../../../src/domain/audit-chain.ts';
import type { ServerRegistry } from '../../contract/adapters.ts';
import { type AuditLogSubject, describeAuditLogContract } from '../../contract/audit-log.contract.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { createSetClock } from '../../support/set-clock.ts';
import { createDynamoDBInFront } from '../dynamodb-in-front.ts';
import { createDynamoDBSubject } from '../dynamodb-subject.ts';

const subjects: ServerRegistry<'audit-log', () => Promise<AuditLogSubject>> = {
  dynamodb: async () => {
    const table = await createDynamoDBSubject('audit');
    const clock = createSetClock();
    const open = async (): Promise<AuditLogSubject> => ({ log: createDynamoDBAuditLog({ ...table, clock, random: createSeededRandom(1) }), restart: open });
    return open();
  },
};

for (const [name, create] of Object.entries(subjects)) describeAuditLogContract(name, create);

const facts = (operation: string) =>
  ({ by: { kind: 'operator', name: 'olga' }, service: 'campaign', operation, on: {}, outcome: 'DONE', correlationId: 'c-1' }) as const;
const ofSystem = () => {
  const clock = createSystemClock();
  return { clock, random: createSystemRandom(clock) };
};

test('processes that write at the same moment make one chain, and lose nothing', async () => {
  const table = await createDynamoDBSubject('audit');
  const logs = Array.from({ length: 6 }, () => createDynamoDBAuditLog({ ...table, ...ofSystem() }));
  await Promise.all(logs.flatMap((log, process) => Array.from({ length: 8 }, (_, call) => log.append(facts(`${process}-${call}`)))));
  const records = await createDynamoDBAuditLog({ ...table, ...ofSystem() }).read(0, 1000);
  expect(firstBroken(null, records)).toBeNull();
  expect(new Set(records.map(({ operation }) => operation)).size).toBe(48);
  expect(records).toHaveLength(48);
});

test('a record whose answer was lost is in the chain once', async () => {
  const { tableName } = await createDynamoDBSubject('audit');
  const front = await createDynamoDBInFront(({ operation, earlier }) => (operation === 'PutItem' && earlier === 0 ? 'answer lost' : 'answered'));
  const log = createDynamoDBAuditLog({ client: front.client, tableName, ...ofSystem() });
  await log.append(facts('setStatus'));
  await log.append(facts('freezeDraw'));
  const records = await log.read(0, 10);
  expect(records.map(({ operation }) => operation)).toEqual(['setStatus', 'freezeDraw']);
  expect(firstBroken(null, records)).toBeNull();
  await front.close();
});
