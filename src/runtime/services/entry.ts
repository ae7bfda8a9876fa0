import type { FastifyInstance } from 'fastify';
import type { EntryStore } from '../../ports/entry-store.ts';
import { entryContract } from '../../services/entry/contract.ts';
import { createEntryHandlers } from '../../services/entry/handlers.ts';
import { createMembershipScores } from '../../services/entry/score-provider.ts';
import { registerService } from '../../services/routes.ts';
import type { ServiceParts } from './service-parts.ts';

export type EntryServiceNeeds = Omit<ServiceParts, 'clients'> & { readonly store: EntryStore };

/** Serves the Entry Service. */
export const serveEntry = (app: FastifyInstance, needs: EntryServiceNeeds): void => {
  const { tokens, log } = needs;
  registerService(app, { contract: entryContract, handlers: createEntryHandlers({ ...needs, scores: createMembershipScores() }), tokens, log });
};
