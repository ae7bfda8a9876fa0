import type { Command } from 'commander';
import { invalid } from '../../environment.ts';
import type { Kafka } from '../../runtime/kafka.ts';
import { type JsonFlag, logLevelOr, openWorkplace, wholeNumber, withJson } from '../options.ts';
import { createOutput, table } from '../output.ts';

interface TopicsFlags extends JsonFlag {
  readonly data?: string;
  readonly deployment?: string;
}

interface CreateFlags extends TopicsFlags {
  readonly partitions: number;
  readonly replicas?: number;
}

const PARTITIONS = 6;

const withTopicsOptions = (command: Command): Command =>
  withJson(command)
    .option('--data <dir>', 'data folder with the secret of REG_KAFKA_SECRET (default: REG_DATA, else ./data)')
    .option('--deployment <prefix>', 'deployment on AWS whose secrets your AWS credentials open, instead of a data folder');

const show = async (flags: TopicsFlags, act: (kafka: Kafka) => ReturnType<Kafka['checkTopics']>): Promise<void> => {
  const { config, clock, random } = openWorkplace({ logLevel: logLevelOr('error'), ...(flags.data !== undefined && { dataFolder: flags.data }) });
  const { kafka: settings, topicPrefix, dataFolder } = config;
  if (settings === null) throw invalid('REG_KAFKA_BROKERS', 'has to be set: it says where Kafka is');
  const [{ openKafka }, { openSecrets }] = await Promise.all([import('../../runtime/kafka.ts'), import('../secrets.ts')]);
  const secrets = await openSecrets({ dataFolder, deployment: flags.deployment ?? null, clock, random });
  const connections = (): never => {
    throw new Error('topics need no schema registry');
  };
  const kafka = openKafka({ kafka: settings, schemaRegistryUrl: null, topicPrefix, secrets, connections, clock });
  try {
    const topics = await act(kafka);
    createOutput(flags.json === true).answer({ topics }, (shown) =>
      table([
        ['topic', 'partitions', 'state'],
        ...shown.topics.map(({ topic, partitions, isNew }) => [topic, partitions, isNew ? 'made' : partitions === 0 ? 'missing' : 'there']),
      ]),
    );
    if (topics.some(({ partitions }) => partitions === 0)) process.exitCode = 1;
  } finally {
    await kafka.close();
  }
};

export const addTopicsCommands = (program: Command): void => {
  const topics = program.command('topics').description('the topics of the event log on the Kafka of REG_KAFKA_BROKERS');

  withTopicsOptions(topics.command('check').description('which there are; status 1 where one is missing')).action((flags: TopicsFlags) =>
    show(flags, (kafka) => kafka.checkTopics()),
  );

  withTopicsOptions(topics.command('create').description('make those that are missing; the others stay as they are'))
    .option('--partitions <n>', 'of a new topic', wholeNumber(1, 10_000), PARTITIONS)
    .option('--replicas <n>', 'copies of each partition (default: as the brokers say)', wholeNumber(1, 100))
    .action((flags: CreateFlags) => show(flags, (kafka) => kafka.createTopics({ partitions: flags.partitions, replicas: flags.replicas ?? null })));
};
