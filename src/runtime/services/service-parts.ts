import type { Log } from '../../log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import type { TokenVerifier } from '../../ports/tokens.ts';
import type { Watch } from '../../services/service.ts';
import type { ServiceClients } from '../service-clients.ts';

/** What every service is served with, in one process and in the cloud alike. */
export interface ServiceParts extends Watch {
  /** For the services that it calls itself. */
  readonly clients: ServiceClients;
  readonly tokens: TokenVerifier;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}
