import { createConfluentSchemaRegistry } from '../adapters/confluent/confluent-schema-registry.ts';
import { createUndiciConnections } from '../adapters/http/undici-connections.ts';
import type { SchemaRegistry } from '../ports/schema-registry.ts';

/** A registry for one command, and what closes it. */
export const openSchemaRegistry = (url: string): { readonly registry: SchemaRegistry; readonly close: () => Promise<void> } => {
  const connections = createUndiciConnections({ connections: 1, maxAnswerBytes: 1024 * 1024 });
  return { registry: createConfluentSchemaRegistry({ url, connections }), close: () => connections.close() };
};
