import { startMinistack } from '../../scripts/servers/ministack.ts';
import { urlVariable } from '../integration/server-url.ts';

/** Starts the emulator, unless `TEST_MINISTACK_URL` says where one runs that nobody else uses. */
export default async (): Promise<(() => Promise<void>) | undefined> => {
  if (process.env[urlVariable('ministack')]) return undefined;
  const server = await startMinistack();
  process.env[urlVariable('ministack')] = server.url;
  return server.stop;
};
