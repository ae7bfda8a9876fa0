import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type RunningServer, startServer } from './process.ts';

/** Where Debian puts the server's commands, a folder a version; elsewhere they are on the path. */
const DEBIAN = '/usr/lib/postgresql';
const USER = 'postgres';
const NEEDS =
  'PostgreSQL is missing: install the commands initdb, postgres and pg_isready, 15 or newer (Debian: apt-get install postgresql; its service need not run).';

/**
 * The PostgreSQL of this machine on a new cluster of its own in a temporary folder, on 127.0.0.1 alone, with a password
 * that is in its URL. It waits for the disk with each commit, as it comes (`fsync` and `synchronous_commit` on). Like
 * Redis it is not installed into `.servers/`. It refuses to run as root; root gives it to the user `postgres`.
 */
export const startPostgresql = async (): Promise<RunningServer> => {
  const commands = commandFolder();
  const identity = ownIdentity();
  const folder = mkdtempSync(join(tmpdir(), 'reg-postgresql-'));
  const clean = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clean);
  try {
    const port = await freePort();
    const password = randomUUID();
    const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')];
    writeFileSync(passwordFile, password, { mode: 0o600 });
    for (const path of [folder, passwordFile]) if (identity !== null) chownSync(path, identity.uid, identity.gid);
    const [initdb = '', ...how] = [...as(identity), join(commands, 'initdb'), '-D', data, '-U', USER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    const made = spawnSync(initdb, [...how, '-E', 'UTF8', '--no-locale'], { encoding: 'utf8', cwd: folder });
    if (made.status !== 0) throw new Error(`initdb could not make PostgreSQL's folder:\n${made.error?.message ?? made.stderr}`);
    rmSync(passwordFile);
    const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', shared_buffers: '512MB', max_wal_size: '4GB' };
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const [command = '', ...args] = [...as(identity), join(commands, 'postgres'), '-D', data, ...options];
    const server = await startServer({
      name: 'PostgreSQL',
      command,
      args,
      env: { PATH: process.env.PATH ?? '' },
      url: `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`,
      isReady: async () => spawnSync(join(commands, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status === 0,
    });
    return { ...server, stop: () => server.stop().finally(clean), kill: () => server.kill().finally(clean) };
  } catch (error) {
    clean();
    throw error;
  }
};

const commandFolder = (): string => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  const found = folders.find((folder) => ['initdb', 'postgres', 'pg_isready'].every((command) => existsSync(join(folder, command))));
  if (found === undefined) throw new Error(NEEDS);
  return found;
};

/** Whom it runs as where we are root, else null. */
const ownIdentity = (): { readonly uid: number; readonly gid: number } | null => {
  if (process.getuid?.() !== 0) return null;
  const [uid, gid] = ['-u', '-g'].map((of) => Number(spawnSync('id', [of, USER], { encoding: 'utf8' }).stdout || Number.NaN));
  if (uid === undefined || gid === undefined || Number.isNaN(uid + gid)) throw new Error(`PostgreSQL does not run as root, and there is no user ${USER}.`);
  return { uid, gid };
};

const as = (identity: { readonly uid: number; readonly gid: number } | null): readonly string[] =>
  identity === null ? [] : ['setpriv', `--reuid=${identity.uid}`, `--regid=${identity.gid}`, '--clear-groups'];
