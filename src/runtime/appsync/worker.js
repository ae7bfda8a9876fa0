import { util } from '@aws-appsync/utils';

/**
 * One worker of a field's pipeline, in APPSYNC_JS: sends the event that `src/middleware/lambda.ts` describes, and takes
 * apart what `src/runtime/lambda/answering-resolver.ts` answers. AWSJSON arguments come parsed on AWS; workers take them
 * as text too.
 */
export function request(ctx) {
  return {
    operation: 'Invoke',
    payload: {
      arguments: ctx.arguments,
      identity: identityOf(ctx.identity),
      request: { headers: { 'x-correlation-id': ctx.stash.correlationId } },
      prev: { result: ctx.prev.result },
      info: { parentTypeName: ctx.info.parentTypeName, fieldName: ctx.info.fieldName },
    },
  };
}

export function response(ctx) {
  const correlationId = ctx.stash.correlationId;
  if (ctx.error) {
    const message = ctx.error.message ?? '';
    const code = OURS.find((known) => message.startsWith(`${known}: `));
    const words = code ? message.slice(code.length + 2) : BUSY;
    util.error(words, code ?? 'SERVICE_UNAVAILABLE', null, { code: code ?? 'SERVICE_UNAVAILABLE', correlationId });
  }
  const refusal = ctx.result.error;
  if (refusal) util.error(refusal.message, refusal.code, null, { code: refusal.code, correlationId, detail: refusal.detail });
  return ctx.result.data;
}

/** What a worker's function throws; a timeout, a throttle or a crash is none of these. */
const OURS = ['INTERNAL', 'STORAGE_FULL', 'STORAGE_FAILED', 'SERVICE_UNAVAILABLE'];
const BUSY = 'This cannot be taken just now. Try again in a moment.';

/** What the authorizer found out; null for a caller without a token. */
function identityOf(identity) {
  const found = identity?.resolverContext;
  if (!found?.sub) return null;
  return { sub: found.sub, issuer: found.issuer, claims: JSON.parse(found.claims) };
}
