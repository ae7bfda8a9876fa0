import { hash } from 'node:crypto';

/**
 * 32 bytes as a string of 32 characters, each the value of one byte: hashing in one shot answers these three times as
 * fast as buffers, and comparing two as strings compares their bytes (docs/decisions/0010-how-the-draw-hashes.md).
 */
export type Digest = string;

const BLOCK = 64;
const DIGEST = 32;

/** SHA-256 of bytes, or of a text's UTF-8. */
export const sha256 = (data: Uint8Array | string): Digest => hash('sha256', data, 'binary');

/** A digest as 64 lower-case hex digits. */
export const toHex = (digest: Digest): string => Buffer.from(digest, 'latin1').toString('hex');

/** A digest from its 64 lower-case hex digits. */
export const fromHex = (hex: string): Digest => Buffer.from(hex, 'hex').toString('latin1');

/** HMAC-SHA256 (RFC 2104) with one key for many messages: write a message into `message` from its first byte on, then ask. */
export interface HmacSha256 {
  readonly message: Buffer;
  /** Of the first `length` bytes of `message`; default: all of it. */
  digest(length?: number): Digest;
}

/** The key has at most 64 bytes, as a longer one would have to be hashed first and no draw has one. */
export const createHmacSha256 = (key: Uint8Array, messageLength: number): HmacSha256 => {
  const inner = Buffer.alloc(BLOCK + messageLength, 0x36);
  const outer = Buffer.alloc(BLOCK + DIGEST, 0x5c);
  key.forEach((byte, index) => {
    inner[index] = byte ^ 0x36;
    outer[index] = byte ^ 0x5c;
  });
  return {
    message: inner.subarray(BLOCK),
    digest: (length = messageLength) => {
      outer.write(sha256(length === messageLength ? inner : inner.subarray(0, BLOCK + length)), BLOCK, 'latin1');
      return sha256(outer);
    },
  };
};
