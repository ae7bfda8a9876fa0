import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createSystemClock } from '../src/adapters/system/system-clock.ts';
import { untilSignal } from '../src/cli/until-signal.ts';
import { startApicurio } from './servers/apicurio.ts';
import { openAuthority } from './servers/certificates.ts';
import { startFerretdb } from './servers/ferretdb.ts';
import { startKafka } from './servers/kafka.ts';
import { startMailCatcher } from './servers/mail-catcher.ts';
import { startOtelCollector } from './servers/otel-collector.ts';
import type { RunningServer } from './servers/process.ts';
import { startPrometheus } from './servers/prometheus.ts';
import { startRedis } from './servers/redis.ts';

/**
 * `npm run stack`: every server that a company may bring, on this machine, and `reg serve` on top of them. Nothing of it
 * outlives the command.
 */
const { values } = parseArgs({ options: { port: { type: 'string', default: '8080' } } });

const REG = fileURLToPath(new URL('../src/cli/reg.ts', import.meta.url));
const ALERTS = fileURLToPath(new URL('../docs/prometheus/alerts.yaml', import.meta.url));
const POLL_MS = 200;

const folder = mkdtempSync(join(tmpdir(), 'reg-stack-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const running: RunningServer[] = [];

/** Ends what was started, the last first. */
const stopAll = async (): Promise<void> => {
  for (const server of running.splice(0).reverse()) await server.stop().catch((error: unknown) => process.stderr.write(`${error}\n`));
};

const kept = async <Server extends RunningServer>(starting: Promise<Server>): Promise<Server> => {
  const server = await starting;
  running.push(server);
  return server;
};

/** Runs a command of `reg` to its end and answers what it printed. */
const reg = (args: readonly string[], env: Readonly<Record<string, string>>): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [REG, ...args], { env: { ...process.env, ...env }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`reg ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
};

const start = async (): Promise<void> => {
  const stopped = untilSignal(createSystemClock());
  process.stderr.write('Starting Kafka, Apicurio Registry, FerretDB, Redis, a mail server and an OpenTelemetry Collector …\n');
  const mails = join(folder, 'mails');
  const spans = join(folder, 'spans.jsonl');
  const dataFolder = join(folder, 'data');
  mkdirSync(mails);
  const [kafka, registry, mongo, redis, mail, collector] = await Promise.all([
    kept(startKafka()),
    kept(startApicurio()),
    kept(startFerretdb()),
    kept(startRedis()),
    kept(startMailCatcher(mails)),
    kept(startOtelCollector(spans)),
  ]);
  const certificate = openAuthority(kafka.certificates).issue('reg-workers');
  mkdirSync(join(dataFolder, 'secrets/servers'), { recursive: true, mode: 0o700 });
  writeFileSync(join(dataFolder, 'secrets/servers/kafka'), JSON.stringify(certificate), { mode: 0o600 });
  const env = {
    REG_DATA: dataFolder,
    PORT: values.port,
    REG_KAFKA_BROKERS: kafka.tlsBroker,
    REG_KAFKA_SECRET: 'servers/kafka',
    REG_SCHEMA_REGISTRY_URL: registry.url,
    REG_MONGO_URL: mongo.url,
    REG_REDIS_URL: redis.url,
    REG_SMTP_URL: mail.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  };
  reg(['topics', 'create', '--partitions', '3'], env);
  reg(['schemas', 'push'], env);

  const system = spawn(process.execPath, [REG, 'serve'], { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(system, 'close');
  const url = `http://127.0.0.1:${values.port}`;
  while (
    system.exitCode === null &&
    !(await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await wait(POLL_MS);
  if (system.exitCode !== null) return;
  const tokenFile = join(folder, 'prometheus.token');
  writeFileSync(tokenFile, reg(['token', 'app', '--name', 'prometheus', '--scope', 'metrics:read', '--ttl', '30d'], env).trim(), { mode: 0o600 });
  const prometheus = await kept(startPrometheus({ target: `127.0.0.1:${values.port}`, tokenFile, ruleFile: ALERTS }));
  process.stdout.write(
    `${[
      `Kafka        ${kafka.url} (without TLS; we come by ${kafka.tlsBroker} with a certificate)`,
      `registry     ${registry.url}/subjects`,
      `MongoDB      ${mongo.url} (FerretDB)`,
      `Redis        ${redis.url}`,
      `mails        ${mails}`,
      `traces       ${spans}`,
      `Prometheus   ${prometheus.url}`,
      `commands     npm run -s reg -- queues --url ${url} --data ${dataFolder}`,
      'Ctrl-C ends all of it and removes what it kept.',
    ].join('\n')}\n`,
  );
  await Promise.race([stopped, ended]);
  system.kill('SIGTERM');
  await ended;
};

try {
  await start();
} finally {
  await stopAll();
}
