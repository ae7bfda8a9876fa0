import { onTestFinished } from 'vitest';
import { createConfluentSchemaRegistry } from '../../src/adapters/confluent/confluent-schema-registry.ts';
import { createUndiciConnections } from '../../src/adapters/http/undici-connections.ts';
import type { HttpConnections } from '../../src/ports/http.ts';
import type { SchemaRegistry } from '../../src/ports/schema-registry.ts';
import { serverUrl } from './server-url.ts';

/** A registry behind a cable that the test can pull. */
export const openTestRegistry = (): { readonly registry: SchemaRegistry; readonly restart: () => SchemaRegistry; readonly unplug: () => void } => {
  const real = createUndiciConnections({ connections: 1, maxAnswerBytes: 1024 * 1024 });
  onTestFinished(() => real.close());
  let isThere = true;
  const connections: HttpConnections = {
    request: (request) =>
      isThere ? (real as HttpConnections).request(request) : Promise.reject(Object.assign(new Error('unplugged'), { code: 'ECONNREFUSED' })),
  };
  const restart = (): SchemaRegistry => createConfluentSchemaRegistry({ url: serverUrl('schema_registry'), connections });
  return {
    registry: restart(),
    restart,
    unplug: () => {
      isThere = false;
    },
  };
};
