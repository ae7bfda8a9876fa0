import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { RegError } from '../../errors.ts';
import type { SealedCode } from '../../ports/code-store.ts';
import type { Random } from '../../ports/random.ts';
import type { Secrets } from '../../ports/secrets.ts';

/** Turns codes into what the store may see, and back. */
export interface CodeCipher {
  /** The keyed hash a code is found by. */
  lookup(code: string): Uint8Array;
  seal(codes: readonly string[]): readonly SealedCode[];
  /** Throws `STORAGE_FAILED` for a copy that was changed or that another key made. */
  open(code: SealedCode): string;
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** HMAC-SHA256 under `code-lookup-key`; AES-256-GCM under `code-encryption-key`, bound to the hash so that copies cannot be swapped. */
export const createCodeCipher = async (secrets: Secrets, random: Random): Promise<CodeCipher> => {
  const lookupKey = await keyNamed(secrets, random, 'code-lookup-key');
  const encryptionKey = await keyNamed(secrets, random, 'code-encryption-key');
  const lookup = (code: string): Uint8Array => createHmac('sha256', lookupKey).update(code, 'utf8').digest();
  return {
    lookup,
    seal: (codes) => {
      const nonces = random.bytes(codes.length * NONCE_BYTES);
      return codes.map((code, index) => {
        const hash = lookup(code);
        const nonce = nonces.subarray(index * NONCE_BYTES, (index + 1) * NONCE_BYTES);
        const cipher = createCipheriv(ALGORITHM, encryptionKey, nonce).setAAD(hash);
        const text = cipher.update(code, 'utf8');
        cipher.final();
        return { lookup: hash, sealed: Buffer.concat([nonce, text, cipher.getAuthTag()]) };
      });
    },
    open: ({ lookup: hash, sealed }) => {
      try {
        const end = sealed.length - TAG_BYTES;
        const decipher = createDecipheriv(ALGORITHM, encryptionKey, sealed.subarray(0, NONCE_BYTES)).setAAD(hash).setAuthTag(sealed.subarray(end));
        return decipher.update(sealed.subarray(NONCE_BYTES, end), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw new RegError(
          'STORAGE_FAILED',
          'A stored access code cannot be decrypted. Was the secret code-encryption-key replaced? Put it back from a backup.',
          { cause },
        );
      }
    },
  };
};

const keyNamed = async (secrets: Secrets, random: Random, name: string): Promise<KeyObject> =>
  createSecretKey(await secrets.getOrCreate(name, () => random.bytes(KEY_BYTES)));
