import { createDrandPublicBeacons } from '../../../adapters/drand/drand-public-beacons.ts';
import type { PublicBeacons } from '../../../ports/public-beacons.ts';
import { httpConnections } from '../clients/http.ts';
import type { Make } from '../cloud.ts';

/** drand, by the relay that the deployment names. */
export const publicBeacons: Make<PublicBeacons> = ({ config }) => createDrandPublicBeacons({ connections: httpConnections(), url: config.drandUrl });
