import { randomBytes } from 'node:crypto';
import { serverUrl } from './server-url.ts';

/** What every client of the emulator is made with. */
export const ministack = () => ({
  endpoint: serverUrl('ministack'),
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

/** A fresh name: the emulator outlives a test. */
export const freshName = (name: string): string => `${name}-${randomBytes(6).toString('hex')}`;
