import type { Clock } from '../../ports/clock.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { holds, type KeyRing, makeJwk, readRing, rotateRing, SIGNING_KEY, signingKeyOf, writeRing } from './key-ring.ts';

/** What an operator sees of a key. Times are ISO 8601; null: always, or until a later key has signed. */
export interface KeyState {
  readonly kid: string;
  /** `next`: published, and signs later. `signs`. `honoured`: signs no more, and its tokens are taken. */
  readonly state: 'next' | 'signs' | 'honoured';
  readonly signsFrom: string | null;
  readonly honouredUntil: string | null;
}

/** The keys of a system, in the order in which they sign. Throws `SECRET_MISSING` where no system has made one. */
export const listSigningKeys = async (secrets: Secrets, clock: Clock): Promise<readonly KeyState[]> =>
  statesOf(await readRing(await secrets.latest(SIGNING_KEY)), clock.now());

export interface RotateOptions {
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** How long the new key is published before it signs, so that every process and every reader of the keys knows it by then. */
  readonly leadMs: number;
  /** Whether somebody else may have the keys so far: the new one signs at once, and no older token is taken. */
  readonly leaked: boolean;
}

/** Adds a key. Throws `STATE_INVALID` while one has yet to sign, `CONFLICT` where somebody else rotates at the same time. */
export const rotateSigningKey = async ({ secrets, clock, leadMs, leaked }: RotateOptions): Promise<readonly KeyState[]> => {
  const made = await makeJwk();
  const written = await secrets.replace(SIGNING_KEY, async (current) =>
    writeRing(rotateRing(await readRing(current), made, { now: clock.now(), leadMs, leaked })),
  );
  return statesOf(await readRing(written), clock.now());
};

const statesOf = (ring: KeyRing, now: number): readonly KeyState[] => {
  const signing = signingKeyOf(ring, now);
  return ring
    .filter((key) => holds(key, now))
    .map(({ kid, signsFrom, honouredUntil }) => ({
      kid,
      state: signsFrom > now ? 'next' : kid === signing?.kid ? 'signs' : 'honoured',
      signsFrom: signsFrom === 0 ? null : new Date(signsFrom).toISOString(),
      honouredUntil: honouredUntil === null ? null : new Date(honouredUntil).toISOString(),
    }));
};
