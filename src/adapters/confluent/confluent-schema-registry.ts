import { RegError } from '../../errors.ts';
import type { HttpConnections, HttpRequest } from '../../ports/http.ts';
import type { SchemaRegistry } from '../../ports/schema-registry.ts';

export interface ConfluentSchemaRegistryOptions {
  /** What comes before `/subjects`, without a slash at the end. Nothing else is ever asked, as no redirect is followed. */
  readonly url: string;
  readonly connections: HttpConnections;
}

type Answer = Readonly<Record<string, unknown>>;

const TIMEOUT_MS = 5_000;
const TYPE = 'application/vnd.schemaregistry.v1+json';
/** Error codes of the Schema Registry API reference. */
const [NO_SUBJECT, NO_VERSION, NO_SCHEMA, NO_RULE] = [40401, 40402, 40403, 40408];

/** A registry with Confluent's API, of Confluent's own or another's (Apicurio, Redpanda). Schemas are JSON Schemas. */
export const createConfluentSchemaRegistry = ({ url, connections }: ConfluentSchemaRegistryOptions): SchemaRegistry => {
  const { origin, pathname } = new URL(url);
  const base = pathname.replace(/\/+$/, '');
  const known = new Map<string, Promise<number | null>>();

  /** Null where the answer is one of the codes in `absent`. */
  const call = async (method: HttpRequest['method'], path: string, body: Answer | null, absent: readonly number[] = []): Promise<Answer | null> => {
    const headers = { accept: TYPE, 'content-type': TYPE };
    let status: number;
    let text: string;
    try {
      const limits = { signal: AbortSignal.timeout(TIMEOUT_MS), headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS };
      const answer = await connections.request({ origin, path: base + path, method, headers, body: body === null ? null : JSON.stringify(body), ...limits });
      status = answer.statusCode;
      text = await answer.body.text();
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'no answer';
      throw new RegError('SERVICE_UNAVAILABLE', `The schema registry did not answer (${code}).`, { cause });
    }
    const answer = parsed(text);
    if (status >= 200 && status < 300 && answer !== null) return answer;
    if (absent.includes(Number(answer?.error_code))) return null;
    if (status === 409) throw new RegError('SCHEMA_INCOMPATIBLE', `The schema registry refused the schema: ${wordsOf(answer)}.`, { detail: { status } });
    const words = status >= 300 && status < 400 ? 'a redirect, which is not followed' : wordsOf(answer);
    throw new RegError(status >= 500 || status === 429 ? 'SERVICE_UNAVAILABLE' : 'SERVICE_REFUSED', `The schema registry answered ${status}: ${words}.`, {
      detail: { status },
    });
  };

  const find = async (subject: string, schema: string): Promise<number | null> => {
    const answer = await call('POST', `/subjects/${encodeURIComponent(subject)}`, { schema, schemaType: 'JSON' }, [NO_SUBJECT, NO_SCHEMA]);
    return answer === null ? null : idIn(answer);
  };

  return {
    idOf: (subject, schema) => {
      const name = `${subject}\n${schema}`;
      const found = known.get(name);
      if (found !== undefined) return found;
      const finding = find(subject, schema);
      known.set(name, finding);
      // Only what was found stays true.
      finding.then(
        (id) => id === null && known.delete(name),
        () => known.delete(name),
      );
      return finding;
    },
    latest: async (subject) => {
      const answer = await call('GET', `/subjects/${encodeURIComponent(subject)}/versions/latest`, null, [NO_SUBJECT, NO_VERSION]);
      return answer === null ? null : { id: idIn(answer), version: Number(answer.version), schema: String(answer.schema) };
    },
    register: async (subject, schema) => idIn((await call('POST', `/subjects/${encodeURIComponent(subject)}/versions`, { schema, schemaType: 'JSON' })) ?? {}),
    check: async (subject, schema) => {
      const path = `/compatibility/subjects/${encodeURIComponent(subject)}/versions/latest?verbose=true`;
      const answer = await call('POST', path, { schema, schemaType: 'JSON' }, [NO_SUBJECT, NO_VERSION]);
      const messages = Array.isArray(answer?.messages) ? answer.messages.map(String) : [];
      return { isCompatible: answer === null || answer.is_compatible === true, messages };
    },
    rule: async (subject) => {
      const own = await call('GET', `/config/${encodeURIComponent(subject)}`, null, [NO_SUBJECT, NO_RULE]);
      return String((own ?? (await call('GET', '/config', null)))?.compatibilityLevel);
    },
    requireBackward: async (subject) => {
      await call('PUT', `/config/${encodeURIComponent(subject)}`, { compatibility: 'BACKWARD' });
    },
  };
};

const parsed = (text: string): Answer | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Answer) : null;
  } catch {
    return null;
  }
};

const wordsOf = (answer: Answer | null): string => (typeof answer?.message === 'string' ? answer.message.replace(/\.$/, '') : 'nothing of use');

const idIn = ({ id }: Answer): number => {
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 0 || id > 0xffff_ffff)
    throw new RegError('SERVICE_UNAVAILABLE', 'The schema registry answered without the id of the schema.');
  return id;
};
