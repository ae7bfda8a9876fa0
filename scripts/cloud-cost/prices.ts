import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type data from './prices.json';

/** Prices, assumptions and quotas, with where each comes from. */
export type Prices = typeof data;
export type PriceName = keyof Prices['prices'];
export type QuotaName = keyof Prices['quotas'];

export const readPrices = (): Prices => JSON.parse(readFileSync(join(import.meta.dirname, 'prices.json'), 'utf8'));
