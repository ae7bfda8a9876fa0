import { codeServed } from '../../generated/served/code.ts';
import type { CodeStore } from '../../ports/code-store.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { createCodeHandlers } from '../../services/code/handlers.ts';
import { createService, type Service } from '../../services/service.ts';
import type { ServiceParts } from './service-parts.ts';

export type CodeServiceNeeds = Omit<ServiceParts, 'clients'> & { readonly store: CodeStore; readonly secrets: Secrets };

/** The Code Service. */
export const codeService = (needs: CodeServiceNeeds): Service => {
  const { tokens, log, tracer, timings, audit } = needs;
  return createService({ served: codeServed, handlers: createCodeHandlers(needs), tokens, log, tracer, timings, audit });
};
