import type { FastifyInstance } from 'fastify';
import type { CodeStore } from '../../ports/code-store.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { codeContract } from '../../services/code/contract.ts';
import { createCodeHandlers } from '../../services/code/handlers.ts';
import { registerService } from '../../services/routes.ts';
import type { ServiceParts } from './service-parts.ts';

export type CodeServiceNeeds = Omit<ServiceParts, 'clients'> & { readonly store: CodeStore; readonly secrets: Secrets };

/** Serves the Code Service. */
export const serveCode = (app: FastifyInstance, needs: CodeServiceNeeds): void => {
  const { tokens, log } = needs;
  registerService(app, { contract: codeContract, handlers: createCodeHandlers(needs), tokens, log });
};
