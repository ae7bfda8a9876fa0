import { describe, expect, test } from 'vitest';
import type { SchemaRegistry } from '../../src/ports/schema-registry.ts';

export interface SchemaRegistrySubject {
  readonly registry: SchemaRegistry;
  /** A subject that nobody used before. */
  readonly subject: string;
  /** From now on nothing answers. */
  unplug(): void;
  /** The same registry for a process that knows nothing yet. */
  restart(): SchemaRegistry;
}

const schemaOf = (properties: Readonly<Record<string, object>>, required: readonly string[] = []): string =>
  JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', properties, required, additionalProperties: false });

const text = { type: 'string' };
const FIRST = schemaOf({ id: text, venue: text }, ['id', 'venue']);
const WIDER = schemaOf({ id: text, venue: text, note: text }, ['id', 'venue']);
const BROKEN = schemaOf({ id: { type: 'integer' }, venue: text }, ['id', 'venue']);

/** What every schema registry does (src/ports/schema-registry.ts). */
export const describeSchemaRegistryContract = (name: string, create: () => Promise<SchemaRegistrySubject>): void => {
  describe(`schema registry: ${name}`, () => {
    test('a subject that nobody used has nothing, and takes any schema', async () => {
      const { registry, subject } = await create();
      expect(await registry.idOf(subject, FIRST)).toBeNull();
      expect(await registry.latest(subject)).toBeNull();
      expect(await registry.check(subject, FIRST)).toMatchObject({ isCompatible: true });
    });

    test('what was registered has one id, however often and by whomever it is asked for', async () => {
      const { registry, subject, restart } = await create();
      const id = await registry.register(subject, FIRST);
      expect(await registry.register(subject, FIRST)).toBe(id);
      expect(await registry.idOf(subject, FIRST)).toBe(id);
      expect(await restart().idOf(subject, FIRST)).toBe(id);
      const latest = await registry.latest(subject);
      expect(latest).toMatchObject({ id, version: 1 });
      expect(JSON.parse(latest?.schema ?? '')).toEqual(JSON.parse(FIRST));
    });

    test('the id is that of the schema asked for, also when a newer one is there', async () => {
      const { registry, subject, restart } = await create();
      const first = await registry.register(subject, FIRST);
      const second = await registry.register(subject, WIDER);
      expect(second).not.toBe(first);
      expect(await restart().idOf(subject, FIRST)).toBe(first);
      expect(await registry.latest(subject)).toMatchObject({ id: second, version: 2 });
    });

    test('under BACKWARD, what would not read the schema before is refused', async () => {
      const { registry, subject } = await create();
      await registry.register(subject, FIRST);
      await registry.requireBackward(subject);
      expect(await registry.rule(subject)).toBe('BACKWARD');
      expect(await registry.check(subject, WIDER)).toMatchObject({ isCompatible: true });
      expect(await registry.check(subject, BROKEN)).toMatchObject({ isCompatible: false });
      await expect(registry.register(subject, BROKEN)).rejects.toMatchObject({ code: 'SCHEMA_INCOMPATIBLE', retryable: false });
      expect(await registry.latest(subject)).toMatchObject({ version: 1 });
    });

    test('one that was not there is found once it is', async () => {
      const { registry, subject, restart } = await create();
      expect(await registry.idOf(subject, FIRST)).toBeNull();
      const id = await restart().register(subject, FIRST);
      expect(await registry.idOf(subject, FIRST)).toBe(id);
    });

    test('without the registry known ids are still known, the others fail for now', async () => {
      const { registry, subject, unplug } = await create();
      const id = await registry.register(subject, FIRST);
      expect(await registry.idOf(subject, FIRST)).toBe(id);
      unplug();
      expect(await registry.idOf(subject, FIRST)).toBe(id);
      await expect(registry.idOf(subject, WIDER)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryable: true });
      await expect(registry.latest(subject)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    });
  });
};
