import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { Pool } from 'pg';
import { requestOf } from '../front-door-request.ts';
import type { ServerReady } from '../under-load.ts';

/**
 * The front door as most would write it: `<postgresql url> <count>`. Fastify reads the JSON, one prepared insert a request
 * on a pool, committed when it answers. It checks no token, no campaign and no answers.
 */
const [connectionString = '', countText] = process.argv.slice(2);
const pool = new Pool({ connectionString, max: 20 });
await pool.query('DROP TABLE IF EXISTS entries');
await pool.query(`CREATE TABLE entries (
  campaign_id text NOT NULL, global_user_id text NOT NULL, entry jsonb NOT NULL, user_info jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (campaign_id, global_user_id))`);

const INSERT = {
  name: 'insert-entry',
  text: 'INSERT INTO entries (campaign_id, global_user_id, entry, user_info) VALUES ($1, $2, $3, $4) RETURNING version',
};
/** As long as an app's token of ours. */
const TOKEN = 'x'.repeat(300);

interface Body {
  readonly variables: { readonly input: { readonly slug: string; readonly entry: string; readonly userInfo: { readonly globalUserId: string } } };
}

const server = Fastify();
server.post<{ Body: Body }>('/graphql', async ({ body }) => {
  const { slug, entry, userInfo } = body.variables.input;
  const { rows } = await pool.query<{ version: number }>({ ...INSERT, values: [slug, userInfo.globalUserId, entry, JSON.stringify(userInfo)] });
  return { data: { upsertEntry: { isEligible: true, reason: null, ref: 'f77caac8ccedded57b3a8747e76e6ba6', version: rows[0]?.version } } };
});
await server.listen({ host: '127.0.0.1', port: 0 });

const ready: ServerReady = {
  port: (server.server.address() as AddressInfo).port,
  requests: Array.from({ length: Number(countText) }, (_, index) => requestOf(`fan-${index}`, TOKEN)),
};
process.send?.(ready);
process.on('message', async () => {
  server.server.closeAllConnections();
  await server.close();
  await pool.end();
  process.exit(0);
});
