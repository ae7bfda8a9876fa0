import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCostData } from '../cloud-cost/cost-data.ts';
import { capacityBlocks } from '../cloud-cost/page.ts';
import { readPrices } from '../cloud-cost/prices.ts';
import { withBlock } from './flow-pages.ts';
import type { GenerateStep } from './steps.ts';

const PAGE = 'docs/capacity.md';

/** The tables of costs and quotas, from the counts that are committed and the topology. */
export const capacityPage: GenerateStep = {
  name: 'costs and capacity',
  files: () => {
    const written = readFileSync(join(import.meta.dirname, '../..', PAGE), 'utf8');
    const blocks = Object.entries(capacityBlocks(readCostData(), readPrices()));
    return [{ path: PAGE, text: blocks.reduce((text, [name, content]) => withBlock(PAGE, text, name, content), written) }];
  },
};
