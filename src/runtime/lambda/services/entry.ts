import { entryService } from '../../services/entry.ts';
import { entryStore } from '../ports/entry-store.ts';
import { serviceHandler, serviceParts } from '../service-handler.ts';

export const handler = serviceHandler((cloud) => entryService({ ...serviceParts(cloud), store: entryStore(cloud) }));
