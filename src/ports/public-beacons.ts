import type { DrandChain, DrandRound } from '../domain/draw/drand.ts';

/** A public randomness beacon, drand's. Nothing that it says is believed: `drandProblem` checks it. */
export interface PublicBeacons {
  /** How a chain describes itself. Throws `SERVICE_UNAVAILABLE` where it does not say. */
  chain(chainHash: string): Promise<DrandChain>;
  /** A round that has come out. Throws `SERVICE_UNAVAILABLE` where it has not yet, or cannot be had. */
  round(chainHash: string, round: number): Promise<DrandRound>;
}
