import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate with its key, and that of the authority which signed it, as PEM. */
export interface Credentials {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

/** An authority of a test's own, in a folder. */
export interface Authority {
  /** Signs a certificate for 127.0.0.1 and localhost. A negative number of days makes one that ran out before today. */
  issue(name: string, days?: number): Credentials;
}

const DAYS = 30;

/** Opens the authority in `folder`, or makes one there. Throws where this machine has no openssl. */
export const openAuthority = (folder: string): Authority => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const at = (file: string): string => join(folder, file);
  const newKey = (name: string): void => openssl(['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', at(`${name}.key`)]);
  if (!existsSync(at('ca.pem'))) {
    newKey('ca');
    openssl(['req', '-x509', '-new', '-key', at('ca.key'), '-subj', '/CN=reg-workers tests', '-days', String(DAYS), '-out', at('ca.pem')]);
  }
  return {
    issue: (name, days = DAYS) => {
      newKey(name);
      writeFileSync(at(`${name}.ext`), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
      openssl(['req', '-new', '-key', at(`${name}.key`), '-subj', `/CN=${name}`, '-out', at(`${name}.csr`)]);
      const signing = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-days', String(days), '-extfile', at(`${name}.ext`)];
      openssl(['x509', '-req', '-in', at(`${name}.csr`), ...signing, '-out', at(`${name}.pem`)]);
      const text = (file: string): string => readFileSync(at(file), 'utf8');
      return { ca: text('ca.pem'), certificate: text(`${name}.pem`), key: text(`${name}.key`) };
    },
  };
};

const openssl = (args: readonly string[]): void => {
  const { status, error, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Certificates for tests need openssl (Debian: apt-get install openssl):\n${error?.message ?? stderr}`);
};
