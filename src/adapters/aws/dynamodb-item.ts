import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type AttributeMap, fromAttributeMap, toAttributeMap } from '../../attribute-value.ts';

/** An item, or a part of one, as the SDK takes and gives it. */
export type DynamoDBItem = Record<string, AttributeValue>;

/** The keys that every table has. */
export interface ItemKey {
  readonly PK: string;
  readonly SK: string;
}

/** The SDK's type is the same typed JSON, with binary values and sets, which no item of ours has. */
export const toItem = (data: Readonly<object>): DynamoDBItem => toAttributeMap(data) as DynamoDBItem;

/** The plain data of an item; the caller knows its shape, as it alone writes such items. */
export const fromItem = <Shape>(item: DynamoDBItem): Shape => fromAttributeMap(item as AttributeMap) as Shape;
