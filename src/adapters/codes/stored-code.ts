import type { AccessCodeState } from '../../domain/access-code.ts';
import type { SealedCode } from '../../ports/code-store.ts';

export const textOfBytes = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
export const sealedOf = ({ lookup, sealed }: { readonly lookup: string; readonly sealed: string }): SealedCode => ({
  lookup: new Uint8Array(Buffer.from(lookup, 'base64url')),
  sealed: new Uint8Array(Buffer.from(sealed, 'base64url')),
});

/** The state as of `now`: RESERVED stays written after `reservedUntil`, and who reads it knows better. */
export const stateAt = ({ state, reservedUntil = 0 }: { readonly state: AccessCodeState; readonly reservedUntil?: number }, now: number): AccessCodeState =>
  state === 'RESERVED' && reservedUntil <= now ? 'AVAILABLE' : state;
