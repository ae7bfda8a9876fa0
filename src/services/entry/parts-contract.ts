import { RegError } from '../../errors.ts';
import type { CallOptions, ClientOf } from '../contract.ts';
import type { entryContract } from './contract.ts';

/** What to list side by side so that all entries come sooner: a part each, or all as one where the Entry Service, a company's own, knows of no parts. */
export const entryPartsOf = async (
  entryService: Pick<ClientOf<typeof entryContract>, 'listEntryParts'>,
  options: CallOptions,
): Promise<readonly { readonly part?: string }[]> => {
  try {
    return (await entryService.listEntryParts({}, options)).parts.map((part) => ({ part }));
  } catch (error) {
    if (error instanceof RegError && error.code === 'NOT_FOUND') return [{}];
    throw error;
  }
};
