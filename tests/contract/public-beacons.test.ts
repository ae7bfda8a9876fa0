import { createDrandPublicBeacons } from '../../src/adapters/drand/drand-public-beacons.ts';
import { createUndiciConnections } from '../../src/adapters/http/undici-connections.ts';
import type { Registry } from './adapters.ts';
import { type CreatePublicBeacons, describePublicBeaconsContract } from './public-beacons.contract.ts';

const connections = createUndiciConnections({ connections: 1, maxAnswerBytes: 1_000_000 });

const subjects: Registry<'public-beacons', CreatePublicBeacons> = {
  drand: (url) => createDrandPublicBeacons({ connections, url }),
};

for (const [name, create] of Object.entries(subjects)) describePublicBeaconsContract(name, create);
