import { type KeyObject, verify as verifySignature } from 'node:crypto';
import { Worker } from 'node:worker_threads';

/** Whether a token's text was signed with the key; text and signature as they stand in the token. */
export type SignatureCheck = (signed: string, signature: string) => Promise<boolean>;

/** A key that the thread is told once. */
export interface ThreadKey {
  readonly number: number;
  readonly key: KeyObject;
}

/** What goes to the thread: the key's number, text and signature in turn. */
export type SignatureBatch = readonly (number | string)[];

export const isSigned = (signed: string, key: KeyObject, signature: string): boolean =>
  verifySignature('sha256', Buffer.from(signed, 'latin1'), key, Buffer.from(signature, 'base64url'));

/** One by one in libuv's pool: nothing to start or end, but each check wakes a thread of the pool, and then this one. */
export const checkInPool =
  (key: KeyObject): SignatureCheck =>
  (signed, signature) =>
    new Promise((resolve, reject) => {
      verifySignature('sha256', Buffer.from(signed, 'latin1'), key, Buffer.from(signature, 'base64url'), (error, holds) =>
        error === null ? resolve(holds) : reject(error),
      );
    });

interface Waiting {
  readonly keyNumber: number;
  readonly signed: string;
  readonly signature: string;
  readonly resolve: (holds: boolean | PromiseLike<boolean>) => void;
}

export interface SignatureThread {
  /** Checks with this key. */
  checkWith(key: KeyObject): SignatureCheck;
  close(): Promise<void>;
}

/**
 * In a thread of its own, all that wait at once: a wake-up costs as much as half a check
 * (docs/decisions/0025-signatures-in-batches.md). The thread begins with the first check and keeps no process running.
 */
export const createSignatureThread = (): SignatureThread => {
  const keys: KeyObject[] = [];
  let worker: Worker | null = null;
  let hasEnded = false;
  let waiting: Waiting[] = [];
  let inThread: readonly Waiting[] = [];
  let scheduled = false;

  const start = (): Worker => {
    const started = new Worker(new URL('./signature-thread.ts', import.meta.url));
    started.on('message', answered);
    started.on('error', ended);
    started.on('exit', ended);
    for (const [number, key] of keys.entries()) started.postMessage({ number, key } satisfies ThreadKey);
    return started;
  };

  const schedule = (): void => {
    if (scheduled || inThread.length > 0 || waiting.length === 0) return;
    scheduled = true;
    setImmediate(send);
  };

  const send = (): void => {
    scheduled = false;
    if (hasEnded) return;
    inThread = waiting;
    waiting = [];
    worker ??= start();
    worker.ref();
    worker.postMessage(inThread.flatMap(({ keyNumber, signed, signature }) => [keyNumber, signed, signature]) satisfies SignatureBatch);
  };

  const answered = (holds: readonly boolean[]): void => {
    const batch = inThread;
    inThread = [];
    worker?.unref();
    for (const [index, { resolve }] of batch.entries()) resolve(holds[index] === true);
    schedule();
  };

  const inPool = ({ keyNumber, signed, signature }: Omit<Waiting, 'resolve'>): Promise<boolean> => {
    const key = keys[keyNumber];
    return key === undefined ? Promise.resolve(false) : checkInPool(key)(signed, signature);
  };

  /** Without the thread the pool does it. */
  const ended = (): void => {
    hasEnded = true;
    for (const one of [...inThread, ...waiting]) one.resolve(inPool(one));
    inThread = [];
    waiting = [];
  };

  return {
    checkWith: (key) => {
      const keyNumber = keys.push(key) - 1;
      worker?.postMessage({ number: keyNumber, key } satisfies ThreadKey);
      return (signed, signature) =>
        hasEnded
          ? inPool({ keyNumber, signed, signature })
          : new Promise((resolve) => {
              waiting.push({ keyNumber, signed, signature, resolve });
              schedule();
            });
    },
    close: async () => {
      ended();
      await worker?.terminate();
    },
  };
};
