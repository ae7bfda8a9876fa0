import type { Plug } from './plug.ts';

const NO_SERVER = 'there is none';

/** No server at all: what a run is like when nothing can be pulled. */
export const embedded: Plug = {
  name: 'embedded',
  during: 'registration',
  start: async () => ({
    env: {},
    prepare: async () => undefined,
    received: null,
    faults: { killed: NO_SERVER, paused: NO_SERVER, slow: NO_SERVER, full: NO_SERVER, 'wrong password': NO_SERVER, 'expired certificate': NO_SERVER },
    stop: async () => undefined,
  }),
};
