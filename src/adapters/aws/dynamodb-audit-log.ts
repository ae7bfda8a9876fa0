import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { type AuditFacts, type AuditRecord, type ChainEnd, nextRecord } from '../../domain/audit-chain.ts';
import { RegError } from '../../errors.ts';
import type { AuditLog } from '../../ports/audit-log.ts';
import { conditionalWrite } from './conditional-write.ts';
import { conditionOf, queryOf } from './dynamodb-expressions.ts';
import { fromItem, type ItemKey, toItem } from './dynamodb-item.ts';
import { type DynamoDBTable, queryItems } from './dynamodb-requests.ts';

/** The record as JSON, whose members the hash is of. */
interface AuditItem extends ItemKey {
  readonly record: string;
}

/** All records are in one partition, in the order of their numbers: 1,000 of them a second, of which each call makes two. */
const PARTITION = 'AUDIT';
const DIGITS = 12;
const NEW = conditionOf({ where: 'attribute_not_exists(PK)' });

const ATTEMPTS = 30;
const FIRST_WAIT_MS = 5;
const LONGEST_WAIT_MS = 500;

const keyOf = (number: number): ItemKey => ({ PK: PARTITION, SK: String(number).padStart(DIGITS, '0') });

/**
 * The audit log on DynamoDB. A record is put under the number behind the last one, if nobody was there first; then the
 * chain is read again. It needs the rights to put and to query and no others, so that no caller of it can change or remove
 * a record but by putting another in its place, which the chain shows.
 */
export const createDynamoDBAuditLog = (table: DynamoDBTable): AuditLog => {
  const { client, tableName, clock, random } = table;
  let end: ChainEnd = null;
  let turn: Promise<unknown> = Promise.resolve();

  const lastRecord = async (): Promise<ChainEnd> => {
    const query = { ...queryOf({ where: '#PK = :partition', values: { partition: PARTITION } }), ScanIndexForward: false };
    const [last] = await queryItems<AuditItem>(table, query, 1);
    return last === undefined ? null : recordIn(last);
  };

  /** Whether the record is in the chain; `false` where its number is taken. */
  const put = async (record: AuditRecord): Promise<boolean> => {
    const command = new PutItemCommand({
      TableName: tableName,
      Item: toItem({ ...keyOf(record.number), record: JSON.stringify(record) }),
      ...NEW,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    const outcome = await conditionalWrite('PutItem', () => client.send(command), table);
    if (outcome.written) return true;
    // Sent again by the SDK, it may have met itself.
    return outcome.attempts > 1 && outcome.held !== undefined && recordIn(fromItem<AuditItem>(outcome.held)).hash === record.hash;
  };

  const append = async (facts: AuditFacts): Promise<void> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      end ??= await lastRecord();
      const record = nextRecord(end, facts, new Date(clock.now()).toISOString());
      if (await put(record)) {
        end = record;
        return;
      }
      end = null;
      await clock.sleep(random.fraction() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt));
    }
    throw new RegError('CONFLICT', 'Others were always first to write to the audit log. Try again.');
  };

  return {
    // Those of one process one after the other, so that they do not get in each other's way.
    append: (facts) => {
      const appended = turn.then(() => append(facts));
      turn = appended.catch(() => {
        end = null;
      });
      return appended;
    },
    read: async (after, limit) => {
      const behind = { where: '#PK = :partition AND #SK > :after', values: { partition: PARTITION, after: keyOf(after).SK } };
      return (await queryItems<AuditItem>(table, queryOf(behind), limit)).map(recordIn);
    },
  };
};

const recordIn = ({ record }: AuditItem): AuditRecord => JSON.parse(record) as AuditRecord;
