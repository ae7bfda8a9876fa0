/** Finds the id under which a schema registry knows the schema of a topic's records. */
export interface SchemaIds {
  /**
   * The id of our own schema, not of the newest one that somebody registered. Once known it is known for good. Throws
   * `SERVICE_UNAVAILABLE` where the registry is away or has not got the schema yet, as both may change.
   */
  idOf(topic: string): Promise<number>;
}
