import { serveEntry } from '../../services/entry.ts';
import { entryStore } from '../ports/entry-store.ts';
import { serviceHandler, serviceParts } from '../service-handler.ts';

export const handler = await serviceHandler((app, cloud) => serveEntry(app, { ...serviceParts(cloud), store: entryStore(cloud) }));
