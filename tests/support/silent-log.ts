import type { Log } from '../../src/log.ts';

/** Drops every line. */
export const silentLog: Log = { isLevelEnabled: () => false, debug: () => {}, info: () => {}, warn: () => {}, error: () => {}, child: () => silentLog };
