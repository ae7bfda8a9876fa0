import { writeFileSync } from 'node:fs';
import { startMinistack } from './scripts/servers/ministack.ts';
import { deployCloud } from './tests/aws/cloud.ts';

const server = await startMinistack({ port: 45123, logLevel: (process.env.LL ?? 'WARNING') as 'WARNING' });
process.env.TEST_MINISTACK_URL = server.url;
const cloud = await deployCloud();
writeFileSync('/tmp/cloud.json', JSON.stringify({ url: cloud.url, account: cloud.clientOptions.credentials.accessKeyId, endpoint: server.url }));
console.log(cloud.url, cloud.clientOptions.credentials.accessKeyId);
process.on('SIGTERM', () => server.stop().then(() => process.exit()));
setInterval(() => {}, 1000);
