import type { AuditLog } from '../../../ports/audit-log.ts';
import type { Make } from '../cloud.ts';

/** What operators and apps changed. What it needs is loaded at the first such call: the system's own workers make none. */
export const auditLog: Make<AuditLog> = (cloud) => {
  let opening: Promise<AuditLog> | undefined;
  const opened = (): Promise<AuditLog> => {
    opening ??= import('./opened-audit-log.ts').then(({ openAuditLog }) => openAuditLog(cloud));
    return opening;
  };
  return {
    append: async (facts) => (await opened()).append(facts),
    read: async (after, limit) => (await opened()).read(after, limit),
  };
};
