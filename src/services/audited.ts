import type { AuditFacts } from '../domain/audit-chain.ts';
import { RegError } from '../errors.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Caller } from '../ports/tokens.ts';
import type { Operation } from './contract.ts';

/** Who keeps book of what operators and apps change. */
export interface Audit {
  readonly log: Pick<AuditLog, 'append'>;
  /** The names under which the system's own workers and services call: what they do follows from what others did. */
  readonly ownCallers: ReadonlySet<string>;
}

export interface AuditedCall {
  readonly service: string;
  readonly operation: string;
  readonly kind: Kind;
  readonly caller: Caller;
  readonly correlationId: string;
  /** Path parameters and body. */
  readonly input: object;
}

/** Members of a request that name no fan, no code and nothing that a person wrote. */
const SHOWN = ['campaignId', 'marketId', 'draw', 'queue', 'topic', 'slug', 'status', 'leaked'] as const;
const SHOWN_VALUE = /^[\w.-]{1,128}$/;

/** What is written down of an operation: that it changes something, that it tells of single fans, or nothing. */
export type Kind = 'change' | 'reading';

export const auditedAs = ({ method, scope, personal }: Pick<Operation, 'method' | 'scope' | 'personal'>): Kind | null => {
  if (method !== 'GET' && !scope.endsWith(':read')) return 'change';
  return personal === true ? 'reading' : null;
};

/**
 * Runs a call between two records: that it begins, without which it is refused, and how it ended. A `BEGUN` that nothing
 * follows is a call whose process ended on the way, or whose second record could not be written. What only reads has one
 * record, `READ`, before it; apps read as often as they have requests, so what they read is not written down.
 */
export const runAudited = async <T>(
  { log, ownCallers }: Audit,
  { service, operation, kind, caller, correlationId, input }: AuditedCall,
  run: () => Promise<T>,
): Promise<T> => {
  if (caller.kind === 'fan' || (caller.kind === 'app' && ownCallers.has(caller.name))) return run();
  if (kind === 'reading' && caller.kind !== 'operator') return run();
  const facts = { by: { kind: caller.kind, name: caller.name }, service, operation, on: shownOf(input), correlationId };
  const note = (outcome: AuditFacts['outcome']): Promise<void> => log.append({ ...facts, outcome });
  if (kind === 'reading') {
    await note('READ');
    return run();
  }
  await note('BEGUN');
  try {
    const answer = await run();
    // What was done is done: its answer does not wait on whether that could be written down.
    await note('DONE').catch(() => undefined);
    return answer;
  } catch (error) {
    await note(error instanceof RegError ? error.code : 'INTERNAL').catch(() => undefined);
    throw error;
  }
};

type Members = Readonly<Record<string, unknown>>;

const shownOf = (input: object): Readonly<Record<string, string>> => {
  const { params = {}, body = {} } = input as { readonly params?: Members; readonly body?: Members & { readonly market?: Members } };
  const shown: Record<string, string> = {};
  for (const name of SHOWN) {
    const value = params[name] ?? body[name] ?? body.market?.[name];
    if (SHOWN_VALUE.test(String(value ?? ''))) shown[name] = String(value);
  }
  return shown;
};
