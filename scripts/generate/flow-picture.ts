import { queues, resolvers, stateMachines, type Trigger, topics, type WorkerName, workers } from '../../src/topology.ts';
import { workerNames } from './flow-tables.ts';

/** The topology as one Mermaid flowchart: queues, workers and what moves between them; services are left out. */
const WRITES = ['put', 'remove', 'transfer', 'clearReplicationFlags', 'writeVerdicts'];
const id = (name: string): string => name.replaceAll('-', '_');

const domains = [...new Set(workerNames.map((name) => workers[name].domain))];

const triggerEdges = (name: WorkerName): readonly string[] => {
  const trigger: Trigger = workers[name].trigger;
  switch (trigger.kind) {
    case 'stream':
      return [`demandTable -- stream --> ${name}`];
    case 'queue':
      return trigger.queues.map((queue) => `${id(queue)} --> ${name}`);
    case 'schedule':
      return [`${trigger.schedule}([schedule ${trigger.schedule}]) --> ${name}`];
    default:
      return [];
  }
};

const outputEdges = (name: WorkerName): readonly string[] => {
  const ports = workers[name].ports as Readonly<Record<string, readonly string[]>>;
  return [
    ...workers[name].sends.map((queue) => `${name} --> ${id(queue)}`),
    ...workers[name].publishes.map((topic) => `${name} --> ${topic}`),
    ...workers[name].invokes.map((worker) => `${name} -. invokes .-> ${worker}`),
    ...(ports.entryTable?.some((method) => WRITES.includes(method)) ? [`${name} --> demandTable`] : []),
    ...(ports.eventLog === undefined ? [] : [`${name} --> eventLog[(event log)]`]),
  ];
};

const resolverEdges = (): readonly string[] => {
  const pipelines = [...Object.values(resolvers.Query), ...Object.values(resolvers.Mutation)] as readonly (readonly WorkerName[])[];
  const edges = pipelines.flatMap((pipeline) => pipeline.map((name, index) => `${index === 0 ? 'graphql([GraphQL])' : pipeline[index - 1]} --> ${name}`));
  return [...new Set(edges)];
};

const machineEdges = (): readonly string[] =>
  Object.entries(stateMachines).flatMap(([machine, { states }]) =>
    states.map(
      ({ worker }, index) => `${index === 0 ? `${machine}([${machine}])` : states[index - 1]?.worker} -- ${index === 0 ? 'first' : 'then'} --> ${worker}`,
    ),
  );

export const flowPicture = (): string => {
  const lines = [
    'flowchart LR',
    '  demandTable[(demand-table)]',
    ...Object.keys(queues).map((queue) => `  ${id(queue)}[/${queue}/]`),
    ...Object.keys(topics).map((topic) => `  ${topic}{{${topic}}}`),
    ...domains.flatMap((domain) => [
      `  subgraph ${id(domain)} [${domain}]`,
      ...workerNames.filter((name) => workers[name].domain === domain).map((name) => `    ${name}`),
      '  end',
    ]),
    ...[...resolverEdges(), ...machineEdges(), ...workerNames.flatMap((name) => [...triggerEdges(name), ...outputEdges(name)])].map((edge) => `  ${edge}`),
    ...Object.entries(topics).flatMap(([topic, { subscriptions }]) =>
      subscriptions.map(({ queue, filter }) => `  ${topic} -- ${filter.type} --> ${id(queue)}`),
    ),
  ];
  return ['```mermaid', ...lines, '```'].join('\n');
};
