import { createHash } from 'node:crypto';

/** Which of so many shards a key is in: spread evenly, and the same for ever. */
export const shardOf = (key: string, shards: number): number => createHash('sha256').update(key).digest().readUInt32BE(0) % shards;
