import type { Command } from 'commander';
import { invalid } from '../../environment.ts';
import { type JsonFlag, logLevelOr, openWorkplace, withJson } from '../options.ts';
import { createOutput, table } from '../output.ts';
import type { SchemaState, SchemasOptions } from '../schemas.ts';

type Act = (schemas: typeof import('../schemas.ts')) => (options: SchemasOptions) => Promise<readonly SchemaState[]>;

const show = async (flags: JsonFlag, act: Act): Promise<void> => {
  const { config } = openWorkplace({ logLevel: logLevelOr('error') });
  if (config.schemaRegistryUrl === null) throw invalid('REG_SCHEMA_REGISTRY_URL', 'has to be set: it says where the schema registry is');
  const [schemas, { openSchemaRegistry }, { registrySchemas }, { topicNames }] = await Promise.all([
    import('../schemas.ts'),
    import('../open-schema-registry.ts'),
    import('../../generated/registry-schemas.ts'),
    import('../../runtime/kafka.ts'),
  ]);
  const { registry, close } = openSchemaRegistry(config.schemaRegistryUrl);
  try {
    const states = await act(schemas)({ registry, topics: topicNames(config.topicPrefix), schemas: registrySchemas });
    createOutput(flags.json === true).answer({ schemas: states }, (shown) =>
      table([['subject', 'schema', 'id'], ...shown.schemas.map(({ subject, state, id }) => [subject, state, id === null ? '-' : String(id)])]),
    );
  } finally {
    await close();
  }
};

export const addSchemasCommands = (program: Command): void => {
  const schemas = program.command('schemas').description("the records' schemas in the schema registry of REG_SCHEMA_REGISTRY_URL");

  withJson(
    schemas.command('check').description('compare with what is registered, for CI: status 1, and the fields, where what was written before could not be read'),
  ).action((flags: JsonFlag) => show(flags, ({ checkSchemas }) => checkSchemas));

  withJson(schemas.command('push').description('register the schemas, under the rule BACKWARD')).action((flags: JsonFlag) =>
    show(flags, ({ pushSchemas }) => pushSchemas),
  );
};
