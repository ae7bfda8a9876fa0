import { join } from 'node:path';
import { installServer, serverFolder } from './install.ts';
import { freePort, type RunningServer, startServer } from './process.ts';

/** OpenTelemetry's collector on 127.0.0.1 alone: takes OTLP over HTTP and has written it to `file` when it answers, a line of OTLP's JSON a request. */
export const startOtelCollector = async (file: string): Promise<RunningServer> => {
  installServer('otel-collector');
  const address = `127.0.0.1:${await freePort()}`;
  const config = {
    receivers: { otlp: { protocols: { http: { endpoint: address } } } },
    exporters: { lines: { path: file } },
    service: { telemetry: { metrics: { level: 'none' } }, pipelines: { traces: { receivers: ['otlp'], exporters: ['lines'] } } },
  };
  return startServer({
    name: 'OpenTelemetry Collector',
    command: join(serverFolder('otel-collector'), 'otel-collector'),
    args: ['--config', `yaml:${JSON.stringify(config)}`],
    env: {},
    url: `http://${address}`,
    // It takes nothing but POST there.
    isReady: async (url) => (await fetch(`${url}/v1/traces`)).status === 405,
  });
};
