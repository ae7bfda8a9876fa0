/** The schemas that writers and readers of topics agree on, by subject: `<topic>-value` for what a topic's records hold. */
export interface SchemaRegistry {
  /**
   * The id of exactly this schema (JSON text) under the subject; null where it is not registered. An id that was found
   * is known from then on, also while the registry is away. Throws `SERVICE_UNAVAILABLE` where the registry does not answer.
   */
  idOf(subject: string, schema: string): Promise<number | null>;
  /** The newest schema of a subject; null where there is none. */
  latest(subject: string): Promise<RegisteredSchema | null>;
  /** Makes the schema the newest of its subject and answers its id. Throws `SCHEMA_INCOMPATIBLE` where the subject's rule forbids it. */
  register(subject: string, schema: string): Promise<number>;
  /** Whether the subject's rule would take the schema, with what the registry says of it. A subject without schemas takes any. */
  check(subject: string, schema: string): Promise<{ readonly isCompatible: boolean; readonly messages: readonly string[] }>;
  /** The rule of a subject, its own or the registry's: `BACKWARD`, `NONE` and others. */
  rule(subject: string): Promise<string>;
  /** Has new schemas of the subject read whatever was written under the one before. */
  requireBackward(subject: string): Promise<void>;
}

export interface RegisteredSchema {
  readonly id: number;
  readonly version: number;
  /** JSON text. */
  readonly schema: string;
}
