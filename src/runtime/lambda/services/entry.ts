import { entryService } from '../../services/entry.ts';
import { entryStore } from '../ports/entry-store.ts';
import { serviceHandler, serviceParts } from '../service-handler.ts';

export const handler = await serviceHandler(async (cloud) => entryService({ ...serviceParts(cloud), store: await entryStore(cloud) }));
