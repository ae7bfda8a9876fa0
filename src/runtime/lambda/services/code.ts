import { codeService } from '../../services/code.ts';
import { codeStore } from '../ports/code-store.ts';
import { secrets } from '../ports/secrets.ts';
import { serviceHandler, serviceParts } from '../service-handler.ts';

export const handler = await serviceHandler(async (cloud) => codeService({ ...serviceParts(cloud), store: await codeStore(cloud), secrets: secrets(cloud) }));
