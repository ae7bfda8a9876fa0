import { gunzipSync, gzipSync } from 'node:zlib';
import { RegError } from '../../errors.ts';

/** 400 KB an item, names of attributes included (DynamoDB developer guide, "Service, account, and table quotas"); the rest is for keys. */
const LONGEST = 400 * 1024 - 8 * 1024;

/**
 * Plain JSON data as one compressed text (gzip, base64), for what is read and written whole. `what` names it in the
 * `TOO_LARGE` that is thrown where it does not fit an item.
 */
export const packJson = (data: unknown, what: string): string => {
  const text = gzipSync(JSON.stringify(data)).toString('base64');
  if (text.length > LONGEST)
    throw new RegError('TOO_LARGE', `${what} has ${text.length} bytes when compressed, and DynamoDB takes ${LONGEST} in one item: make it smaller.`);
  return text;
};

/** What `packJson` was given: `Data` is what the writer of the item says it is. */
export const unpackJson = <Data>(text: string): Data => JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString('utf8')) as Data;
