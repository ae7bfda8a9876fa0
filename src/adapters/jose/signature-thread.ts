import type { KeyObject } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { isSigned, type SignatureBatch } from './signatures.ts';

// Runs in a thread of its own, see createSignatureThread.
const key = workerData as KeyObject;
parentPort?.on('message', (batch: SignatureBatch) => {
  const holds: boolean[] = [];
  for (let index = 0; index < batch.length; index += 2) holds.push(isSigned(batch[index] as string, key, batch[index + 1] as string));
  parentPort?.postMessage(holds);
});
