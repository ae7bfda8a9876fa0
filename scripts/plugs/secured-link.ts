import { join } from 'node:path';
import { openAuthority } from '../servers/certificates.ts';
import { type Link, openLink } from './link.ts';
import type { Fault } from './plug.ts';

/** A link that speaks TLS, with what its clients need to trust it. */
export interface SecuredLink {
  readonly link: Link;
  /** For the environment of whoever connects through it. */
  readonly trust: Readonly<Record<string, string>>;
  readonly slow: Fault;
  readonly expiredCertificate: Fault;
}

const SLOW_MS = 2_000;

/** A server that takes two seconds for each piece of its answers. */
export const slowFault = (link: Link): Fault => ({
  how: 'each answer two seconds late',
  pull: async () => link.slowBy(SLOW_MS),
  mend: async () => link.slowBy(0),
});

/** Opens a link to `port` with a certificate of an authority that is made in `folder`. */
export const openSecuredLink = async (port: number, folder: string): Promise<SecuredLink> => {
  const authority = openAuthority(folder);
  const shown = (name: string, days?: number) => {
    const { certificate, key } = authority.issue(name, days);
    return { cert: certificate, key };
  };
  const valid = shown('valid');
  const expired = shown('expired', -1);
  const link = await openLink({ to: port, certificate: valid });
  return {
    link,
    trust: { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') },
    slow: slowFault(link),
    expiredCertificate: {
      how: 'connections ended, the new ones shown a certificate of yesterday',
      pull: async () => link.certify(expired),
      mend: async () => link.certify(valid),
    },
  };
};
