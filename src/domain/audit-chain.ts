import { createHash } from 'node:crypto';

/** What is written down of a call that changes something, or reads of single fans: never personal data, codes or ids of fans. */
export interface AuditFacts {
  readonly by: { readonly kind: 'operator' | 'app'; readonly name: string };
  /** One of the five services, or `operator`. */
  readonly service: string;
  readonly operation: string;
  /** What it was done to, as far as that is no fan and no code: `campaignId`, `marketId`, `queue` and the like. */
  readonly on: Readonly<Record<string, string>>;
  /** `BEGUN` before it was done; then `DONE`, or the code of the error. `READ` before it was read. */
  readonly outcome: string;
  readonly correlationId: string;
}

/** Facts in their place in the chain. */
export interface AuditRecord extends AuditFacts {
  /** From 1, without gaps. */
  readonly number: number;
  /** UTC instant. */
  readonly at: string;
  /** The hash of the record before; 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256, in hex, of all the other members as canonical JSON (RFC 8785). */
  readonly hash: string;
}

/** Where a chain has come to; null: it has no record yet. */
export type ChainEnd = Pick<AuditRecord, 'number' | 'hash'> | null;

const NOTHING_BEFORE = '0'.repeat(64);

/** The record that follows `end`. */
export const nextRecord = (end: ChainEnd, facts: AuditFacts, at: string): AuditRecord => {
  const record = { ...facts, number: (end?.number ?? 0) + 1, at, previous: end?.hash ?? NOTHING_BEFORE };
  return { ...record, hash: hashOf(record) };
};

/** The number that should be where the first record stands that does not follow the one before it; null: all do. */
export const firstBroken = (end: ChainEnd, records: readonly AuditRecord[]): number | null => {
  let before = end;
  for (const record of records) {
    const number = (before?.number ?? 0) + 1;
    const { hash, ...rest } = record;
    if (record.number !== number || record.previous !== (before?.hash ?? NOTHING_BEFORE) || hash !== hashOf(rest)) return number;
    before = record;
  }
  return null;
};

const hashOf = (record: Omit<AuditRecord, 'hash'>): string => createHash('sha256').update(canonicalJson(record), 'utf8').digest('hex');

/** RFC 8785, for texts and whole numbers: members in the order of their names, no space. */
const canonicalJson = (value: object | string | number): string => {
  if (typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
};
