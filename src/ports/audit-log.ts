import type { AuditFacts, AuditRecord } from '../domain/audit-chain.ts';

/** What operators and apps did, and operators read, in a chain in which each record holds the hash of the one before. Nothing changes or removes a record. */
export interface AuditLog {
  /** Adds a record at the end of the chain, stamped with the time. Durable when resolved. */
  append(facts: AuditFacts): Promise<void>;
  /** The records with numbers above `after`, in order, at most `limit`. */
  read(after: number, limit: number): Promise<readonly AuditRecord[]>;
}
