import { createDynamoDBEventLog } from '../../../adapters/aws/dynamodb-event-log.ts';
import type { EventLog } from '../../../ports/event-log.ts';
import { dynamoDBClient } from '../clients/dynamodb.ts';
import type { Make } from '../cloud.ts';

/** The published records, by the topics' full names. */
export const storedEvents: Make<EventLog> = ({ config, clock, random }) =>
  createDynamoDBEventLog({ client: dynamoDBClient(), tableName: config.resources.table('events'), clock, random });

/** The published records, by the topics' short names, `registrations`: the configured prefix is put in front. */
export const eventLog: Make<EventLog> = (cloud) => {
  const log = storedEvents(cloud);
  const prefixed = (topic: string): string => `${cloud.config.topicPrefix}.${topic}`;
  return {
    append: (topic, records) => log.append(prefixed(topic), records),
    read: (topic, offset, max) => log.read(prefixed(topic), offset, max),
    count: (topic, keyPrefix) => log.count(prefixed(topic), keyPrefix),
  };
};
