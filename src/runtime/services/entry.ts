import { entryServed } from '../../generated/served/entry.ts';
import type { EntryStore } from '../../ports/entry-store.ts';
import { createEntryHandlers } from '../../services/entry/handlers.ts';
import { createMembershipScores } from '../../services/entry/score-provider.ts';
import { createService, type Service } from '../../services/service.ts';
import type { ServiceParts } from './service-parts.ts';

export type EntryServiceNeeds = Omit<ServiceParts, 'clients'> & { readonly store: EntryStore };

/** The Entry Service. */
export const entryService = (needs: EntryServiceNeeds): Service => {
  const { tokens, log, tracer, timings, audit } = needs;
  return createService({
    served: entryServed,
    handlers: createEntryHandlers({ ...needs, scores: createMembershipScores() }),
    tokens,
    log,
    tracer,
    timings,
    audit,
  });
};
