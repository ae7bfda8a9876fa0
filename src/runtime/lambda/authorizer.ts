import { LOCAL_ISSUER } from '../../ports/tokens.ts';
import { appSyncAuthorizer } from './app-sync-authorizer.ts';
import { openCloud } from './cloud.ts';
import { tokens } from './ports/tokens.ts';

const cloud = openCloud(process.env);

export const handler = appSyncAuthorizer({ tokens: tokens(cloud), clock: cloud.clock, issuer: LOCAL_ISSUER, log: cloud.log });
