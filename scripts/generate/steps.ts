import { answerChecks } from './answer-checks.ts';
import { capacityPage } from './capacity-page.ts';
import { flowPages } from './flow-pages.ts';
import { mutationTables } from './mutation-tables.ts';
import { pipelineSchemas } from './pipeline-schemas.ts';
import { plugsTable } from './plugs-table.ts';
import { scopesTable } from './scopes-table.ts';
import { servedContracts } from './served-contracts.ts';
import { serviceDocuments } from './service-documents.ts';
import { serviceRoutes } from './service-routes.ts';

export interface GeneratedFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** One kind of file that is printed from the code. A step reads what it likes and writes nothing: who runs it does. */
export interface GenerateStep {
  readonly name: string;
  files(): readonly GeneratedFile[] | Promise<readonly GeneratedFile[]>;
}

/** A new generated file is one step here; tests/repo/generated.test.ts holds what is committed against it. */
export const steps: readonly GenerateStep[] = [
  flowPages,
  capacityPage,
  plugsTable,
  mutationTables,
  scopesTable,
  pipelineSchemas,
  serviceDocuments,
  answerChecks,
  serviceRoutes,
  servedContracts,
];
