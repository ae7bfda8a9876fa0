import type { KeyObject } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { isSigned, type SignatureBatch, type ThreadKey } from './signatures.ts';

// Runs in a thread of its own, see createSignatureThread.
const keys = new Map<number, KeyObject>();

parentPort?.on('message', (message: ThreadKey | SignatureBatch) => {
  if ('key' in message) {
    keys.set(message.number, message.key);
    return;
  }
  const checked: boolean[] = [];
  for (let index = 0; index < message.length; index += 3) {
    const key = keys.get(message[index] as number);
    checked.push(key !== undefined && isSigned(message[index + 1] as string, key, message[index + 2] as string));
  }
  parentPort?.postMessage(checked);
});
