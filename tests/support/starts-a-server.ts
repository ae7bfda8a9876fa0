import { startServer } from '../../scripts/servers/process.ts';

/** A process of its own that starts a server of the given script on the given port, tells its parent, and stays. */
const [script = '', port = ''] = process.argv.slice(2);
await startServer({
  name: 'Example',
  command: process.execPath,
  args: ['-e', script, port],
  env: {},
  url: `http://127.0.0.1:${port}`,
  isReady: async (url) => (await fetch(url)).ok,
});
process.send?.('started');
