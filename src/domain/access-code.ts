/** The string that unlocks the presale of one market, and the states it goes through. */
export type AccessCodeState = 'AVAILABLE' | 'RESERVED' | 'ASSIGNED' | 'REDEEMED' | 'REVOKED';

/** What can happen to a code; `expire` is the end of a reservation nobody used. */
export type AccessCodeChange = 'reserve' | 'expire' | 'assign' | 'redeem' | 'revoke';

/** A reservation that nobody used for this long gives its codes back. */
export const RESERVATION_MS = 24 * 60 * 60 * 1000;

/** 24 characters that nobody takes for one another: no 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U stands for U and V. */
export const CODE_ALPHABET = 'ACDEFGHJKMNPQRTUWXY34679';

/** 14 characters of 24 carry 64.2 random bits. */
export const CODE_LENGTH = 14;

/** An AVAILABLE code may be assigned: its reservation ran out while the selection was under way. */
const LEGAL: Readonly<Record<AccessCodeState, Partial<Readonly<Record<AccessCodeChange, AccessCodeState>>>>> = {
  AVAILABLE: { reserve: 'RESERVED', assign: 'ASSIGNED', revoke: 'REVOKED' },
  RESERVED: { expire: 'AVAILABLE', assign: 'ASSIGNED', revoke: 'REVOKED' },
  ASSIGNED: { redeem: 'REDEEMED', revoke: 'REVOKED' },
  REDEEMED: {},
  REVOKED: {},
};

/** The state after a change; null where the change is not allowed, and the code stays as it is. */
export const stateAfter = (state: AccessCodeState, change: AccessCodeChange): AccessCodeState | null => LEGAL[state][change] ?? null;

/** `refused`: another fan holds the code, or it is out of use. `unchanged`: this fan holds it already. */
export type AssignmentOutcome = 'assigned' | 'unchanged' | 'refused';

/** Whether a fan may take a code: a code belongs to at most one fan, ever. */
export const decideAssignment = (code: { readonly state: AccessCodeState; readonly holder: string | null }, globalUserId: string): AssignmentOutcome => {
  if (stateAfter(code.state, 'assign') !== null) return 'assigned';
  return code.holder === globalUserId && code.state !== 'REVOKED' ? 'unchanged' : 'refused';
};

const MAX_CODE_LENGTH = 128;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** A code as it is stored and compared: trimmed, case kept. Null for what can be no code: empty, too long, control characters, broken Unicode. */
export const normaliseAccessCode = (text: string): string | null => {
  const code = text.trim();
  return code.length === 0 || code.length > MAX_CODE_LENGTH || CONTROL.test(code) || !code.isWellFormed() ? null : code;
};

/** The largest multiple of the alphabet's size that fits a byte; bytes above it would favour the first characters. */
const FAIR_BYTES = 256 - (256 % CODE_ALPHABET.length);

/** Makes `count` codes, distinct among themselves, from unpredictable bytes. */
export const makeAccessCodes = (count: number, randomBytes: (length: number) => Uint8Array): readonly string[] => {
  const codes = new Set<string>();
  while (codes.size < count) {
    let code = '';
    for (const byte of randomBytes((count - codes.size) * (CODE_LENGTH + 2))) {
      if (byte >= FAIR_BYTES) continue;
      code += CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length);
      if (code.length < CODE_LENGTH) continue;
      codes.add(code);
      code = '';
      if (codes.size === count) break;
    }
  }
  return [...codes];
};
