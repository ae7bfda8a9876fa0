import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type RunningServer, startServer } from './process.ts';

export interface PrometheusOptions {
  /** `host:port` of what it reads `/metrics` from, once a second. */
  readonly target: string;
  /** Holds the token that it shows. */
  readonly tokenFile: string;
  readonly ruleFile: string;
}

const MISSING = 'Prometheus is missing: install the commands prometheus and promtool, 2.42 or newer (Debian: apt-get install prometheus).';

/** The `prometheus` of this machine, on 127.0.0.1 alone. What it has read goes with it. */
export const startPrometheus = async ({ target, tokenFile, ruleFile }: PrometheusOptions): Promise<RunningServer> => {
  if (spawnSync('prometheus', ['--version']).status !== 0) throw new Error(MISSING);
  const folder = mkdtempSync(join(tmpdir(), 'reg-prometheus-'));
  const clean = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clean);
  try {
    const address = `127.0.0.1:${await freePort()}`;
    const config = join(folder, 'prometheus.yml');
    const job = { job_name: 'reg-workers', authorization: { credentials_file: tokenFile }, static_configs: [{ targets: [target] }] };
    // JSON is YAML.
    writeFileSync(config, JSON.stringify({ global: { scrape_interval: '1s', evaluation_interval: '1s' }, scrape_configs: [job], rule_files: [ruleFile] }));
    const server = await startServer({
      name: 'Prometheus',
      command: 'prometheus',
      args: [`--config.file=${config}`, `--storage.tsdb.path=${join(folder, 'data')}`, `--web.listen-address=${address}`],
      env: { PATH: process.env.PATH ?? '' },
      url: `http://${address}`,
      isReady: async (url) => (await fetch(`${url}/-/ready`)).ok,
    });
    return { ...server, stop: () => server.stop().finally(clean) };
  } catch (error) {
    clean();
    throw error;
  }
};

/** What Prometheus' own checker says of rules; throws where something is wrong with them. */
export const checkRules = (ruleFile: string): string => {
  const { status, stdout, stderr, error } = spawnSync('promtool', ['check', 'rules', ruleFile], { encoding: 'utf8' });
  if (error !== undefined) throw new Error(MISSING);
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return stdout;
};
