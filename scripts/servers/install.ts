import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * `npm run servers`: installs the servers that suites of `tests/integration` face into `.servers/`. What is there already
 * in the wanted version stays. Versions and checksums are in the folders beside this file.
 */

export const serverNames = ['ministack', 'dynamodb-local', 'kafka', 'apicurio', 'ferretdb', 'otel-collector', 'openapi-python-client'] as const;
export type InstalledServer = (typeof serverNames)[number];

const SERVERS = join(import.meta.dirname, '../../.servers');
const DEPENDENCY_PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1';

/** What says which version is wanted: a change of these files installs anew. */
const pins: Readonly<Record<InstalledServer, readonly string[]>> = {
  ministack: ['ministack/requirements.txt'],
  'dynamodb-local': ['dynamodb-local/SHA256SUMS'],
  kafka: ['kafka/SHA256SUMS'],
  apicurio: ['apicurio/SHA256SUMS'],
  ferretdb: ['ferretdb/go.sum', 'ferretdb/main.go', 'ferretdb/like_mongodb.patch'],
  'otel-collector': ['otel-collector/go.sum', 'otel-collector/main.go'],
  'openapi-python-client': ['openapi-python-client/requirements.txt'],
};

export const serverFolder = (name: InstalledServer): string => join(SERVERS, name);

/** Installs a server unless it is there. Throws with what is missing on this machine. */
export const installServer = (name: InstalledServer): void => {
  const folder = serverFolder(name);
  const pin = pins[name].map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('');
  const mark = join(folder, '.installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === pin) return;
  process.stderr.write(`Installing ${name} into .servers/ …\n`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  installers[name](folder);
  writeFileSync(mark, pin);
};

/** An environment of Python in the folder, with what the list names. */
const installFromPypi = (name: 'ministack' | 'openapi-python-client', title: string, folder: string): void => {
  run('python3', ['-m', 'venv', folder], `${title} needs Python 3.11 or newer with venv (Debian: apt-get install python3-venv)`);
  // pip checks each file against the hashes in the list, and takes nothing that is not in it.
  const list = ['--require-hashes', '--only-binary', ':all:', '--no-deps', '-r', join(import.meta.dirname, name, 'requirements.txt')];
  run(join(folder, 'bin/python'), ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', ...list], `${title} could not be fetched from PyPI`);
};

/** Maven fetches what the server's `pom.xml` names into `libs`; each file has to be one of `SHA256SUMS`. */
const installFromMaven = (name: 'dynamodb-local' | 'kafka' | 'apicurio', title: string, folder: string): void => {
  const needs = `${title} needs Java 17 or newer and Maven (Debian: apt-get install default-jre-headless maven)`;
  run('java', ['-version'], needs);
  const pom = join(import.meta.dirname, name, 'pom.xml');
  const libs = join(folder, 'libs');
  run('mvn', ['-q', '-B', '-f', pom, `${DEPENDENCY_PLUGIN}:copy-dependencies`, '-DincludeScope=runtime', `-DoutputDirectory=${libs}`], needs);
  const found = readdirSync(libs).map(
    (file) =>
      `${createHash('sha256')
        .update(readFileSync(join(libs, file)))
        .digest('hex')}  ${file}`,
  );
  const sums = join(import.meta.dirname, name, 'SHA256SUMS');
  const wanted = readFileSync(sums, 'utf8').trim().split('\n');
  const different = [...found.filter((line) => !wanted.includes(line)), ...wanted.filter((line) => !found.includes(line))];
  if (different.length > 0) throw new Error(`What Maven brought for ${title} differs from ${sums}:\n${different.join('\n')}`);
};

const installFerretdb = (folder: string): void => {
  const needs = 'FerretDB is built by Go 1.24 or newer (https://go.dev/doc/install), from what git has patched';
  cpSync(join(import.meta.dirname, 'ferretdb'), folder, { recursive: true });
  // Go checks what it fetches against go.sum, and takes nothing that is not in it.
  run('go', ['mod', 'vendor', '-C', folder], needs);
  const fetched = join(folder, 'vendor/github.com/FerretDB/FerretDB');
  // Or git would take the folder for a part of this repository, whose ignored files it leaves alone.
  run('git', ['-C', fetched, 'apply', join(folder, 'like_mongodb.patch')], needs, { GIT_CEILING_DIRECTORIES: dirname(fetched) });
  run('go', ['build', '-C', folder, '-mod=vendor', '-trimpath', '-o', 'ferretdb', '.'], needs);
  rmSync(join(folder, 'vendor'), { recursive: true });
};

const installOtelCollector = (folder: string): void => {
  cpSync(join(import.meta.dirname, 'otel-collector'), folder, { recursive: true });
  // Go checks what it fetches against go.sum, and takes nothing that is not in it.
  const build = ['build', '-C', folder, '-mod=readonly', '-trimpath', '-ldflags=-s -w', '-o', 'otel-collector', '.'];
  run('go', build, "OpenTelemetry's collector is built by Go 1.26 or newer (https://go.dev/doc/install)");
};

const installApicurio = (folder: string): void => {
  installFromMaven('apicurio', 'Apicurio Registry', folder);
  const archive = join(folder, 'libs/apicurio-registry-app-3.0.9-all.tar.gz');
  run('tar', ['-xzf', archive, '-C', folder], 'Apicurio Registry could not be unpacked');
  rmSync(archive);
};

const installers: Readonly<Record<InstalledServer, (folder: string) => void>> = {
  ministack: (folder) => installFromPypi('ministack', 'MiniStack', folder),
  ferretdb: installFerretdb,
  'otel-collector': installOtelCollector,
  'openapi-python-client': (folder) => installFromPypi('openapi-python-client', 'The generator of Python clients', folder),
  'dynamodb-local': (folder) => installFromMaven('dynamodb-local', 'DynamoDB Local', folder),
  kafka: (folder) => installFromMaven('kafka', 'Apache Kafka', folder),
  apicurio: installApicurio,
};

/** Runs a command to its end; where it fails, what it said goes behind the complaint. */
const run = (command: string, args: readonly string[], complaint: string, env: Readonly<Record<string, string>> = {}): void => {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(`${complaint}:\n${error?.message ?? `${stdout}${stderr}`.trim()}`);
};

if (import.meta.main) {
  for (const name of serverNames) installServer(name);
}
