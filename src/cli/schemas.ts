import { subjectOf } from '../adapters/kafka/subject.ts';
import type { PipelineType } from '../domain/pipeline-record.ts';
import { narrowedPlaces } from '../domain/schema-changes.ts';
import { RegError } from '../errors.ts';
import type { SchemaRegistry } from '../ports/schema-registry.ts';

/** What a registry has of one topic's schema. */
export interface SchemaState {
  readonly topic: string;
  readonly subject: string;
  /** `registered`; `new`: the subject has no schema; `changed`: pushing makes ours the next version, and old records stay readable. */
  readonly state: 'registered' | 'new' | 'changed' | 'incompatible';
  readonly id: number | null;
  /** Of an incompatible one: the fields, and what happened to them. */
  readonly places: readonly string[];
}

export interface SchemasOptions {
  readonly registry: SchemaRegistry;
  /** Full names of topics, by type. */
  readonly topics: ReadonlyMap<PipelineType, string>;
  /** JSON Schemas as texts. */
  readonly schemas: Readonly<Record<PipelineType, string>>;
}

/** Rules under which a reader of the newest schema reads the one before (Confluent, "Schema Evolution and Compatibility"). */
const READS_BACK: readonly string[] = ['BACKWARD', 'BACKWARD_TRANSITIVE', 'FULL', 'FULL_TRANSITIVE'];

/**
 * Compares our schemas with the registered ones and registers nothing. Throws `SCHEMA_INCOMPATIBLE`, with the fields of all
 * that would not read what was written before, and where a subject is under a rule that would let such a change pass.
 */
export const checkSchemas = async ({ registry, topics, schemas }: SchemasOptions): Promise<readonly SchemaState[]> => {
  const states: SchemaState[] = [];
  const lax: string[] = [];
  for (const [type, topic] of topics) {
    const state = await stateOf(registry, topic, schemas[type]);
    states.push(state);
    if (state.state !== 'new' && !READS_BACK.includes(await registry.rule(state.subject))) lax.push(state.subject);
  }
  const broken = states.filter(({ state }) => state === 'incompatible');
  if (broken.length > 0) throw incompatible(broken);
  if (lax.length > 0)
    throw new RegError('SCHEMA_INCOMPATIBLE', `The registry would take any change of ${lax.join(', ')}: "reg schemas push" puts them under BACKWARD.`, {
      detail: { subjects: lax },
    });
  return states;
};

/** Registers our schemas and puts their subjects under BACKWARD. Nothing is registered where `checkSchemas` finds a field that is not kept. */
export const pushSchemas = async ({ registry, topics, schemas }: SchemasOptions): Promise<readonly SchemaState[]> => {
  const states: [PipelineType, SchemaState][] = [];
  for (const [type, topic] of topics) {
    const subject = subjectOf(topic);
    // A subject without a schema may have no rule of its own yet.
    if ((await registry.latest(subject)) !== null) await registry.requireBackward(subject);
    states.push([type, await stateOf(registry, topic, schemas[type])]);
  }
  const broken = states.map(([, state]) => state).filter(({ state }) => state === 'incompatible');
  if (broken.length > 0) throw incompatible(broken);
  const pushed: SchemaState[] = [];
  for (const [type, state] of states) {
    const id = state.id ?? (await registry.register(state.subject, schemas[type]));
    if (state.state === 'new') await registry.requireBackward(state.subject);
    pushed.push({ ...state, id });
  }
  return pushed;
};

const stateOf = async (registry: SchemaRegistry, topic: string, schema: string): Promise<SchemaState> => {
  const subject = subjectOf(topic);
  const latest = await registry.latest(subject);
  if (latest === null) return { topic, subject, state: 'new', id: null, places: [] };
  const id = await registry.idOf(subject, schema);
  if (id !== null) return { topic, subject, state: 'registered', id, places: [] };
  const { isCompatible, messages } = await registry.check(subject, schema);
  if (isCompatible) return { topic, subject, state: 'changed', id: null, places: [] };
  const places = narrowedPlaces(JSON.parse(latest.schema), JSON.parse(schema));
  return { topic, subject, state: 'incompatible', id: null, places: places.length > 0 ? places : messages };
};

const incompatible = (broken: readonly SchemaState[]): RegError =>
  new RegError(
    'SCHEMA_INCOMPATIBLE',
    `Readers of the new schema could not read what was written before:\n${broken.flatMap(({ subject, places }) => [subject, ...places.map((place) => `  ${place}`)]).join('\n')}`,
    { detail: { subjects: Object.fromEntries(broken.map(({ subject, places }) => [subject, places])) } },
  );
