/** Where a registry keeps the schemas of a topic's records (Confluent's `TopicNameStrategy`). */
export const subjectOf = (topic: string): string => `${topic}-value`;
