import { sha256, toHex } from './sha256.ts';

/** A later draw as an operator asks for it: made once a second operator has approved exactly this. */
export interface DrawRequest {
  readonly campaignId: string;
  /** From 2. */
  readonly draw: number;
  /** Why there is this draw; its rules.json says so. */
  readonly reason: string;
  /** Which markets it is of; null: all of the campaign. */
  readonly marketIds: readonly string[] | null;
  /** To the secret that it will be made with, in hex. */
  readonly commitment: string;
  readonly requestedBy: string;
  /** UTC instants. */
  readonly requestedAt: string;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
}

/** What an approver has to name, so that nothing but what they have read is approved: a hash of everything that was asked for. */
export const requestIdOf = ({ campaignId, draw, reason, marketIds, commitment, requestedBy, requestedAt }: DrawRequest): string =>
  toHex(sha256(JSON.stringify([campaignId, draw, reason, marketIds, commitment, requestedBy, requestedAt]))).slice(0, 16);

/** `unchanged`: it was approved before. `own`: nobody approves what they asked for. `other`: this is not what was read. */
export type ApprovalOutcome = 'approved' | 'unchanged' | 'own' | 'other';

/** Whether an operator approves a request by naming `requestId`. */
export const decideApproval = (request: DrawRequest, operator: string, requestId: string): ApprovalOutcome => {
  if (requestIdOf(request) !== requestId) return 'other';
  if (request.approvedBy !== null) return 'unchanged';
  return request.requestedBy === operator ? 'own' : 'approved';
};
