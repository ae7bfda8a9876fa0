/**
 * Named secrets. A name is a path of plain parts, `draw/summer-tour`: letters, digits, `.`, `_`, `-`; `INPUT_INVALID`
 * for any other. The embedded adapter keeps them in files that only their owner may read.
 */
export interface Secrets {
  /** Throws `SECRET_MISSING` where there is none. */
  get(name: string): Promise<Uint8Array>;
  /** The stored secret, or the one that `make` gives, stored before it is answered; the first writer wins. */
  getOrCreate(name: string, make: () => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array>;
  /** As it is stored now, for secrets that are replaced while the system runs: `get` may answer what was found before. */
  latest(name: string): Promise<Uint8Array>;
  /**
   * Stores what `change` makes of the secret as it is stored now, and answers it. Throws `SECRET_MISSING` where there is
   * none, and `CONFLICT` where somebody else replaced it meanwhile; then it is as that one left it.
   */
  replace(name: string, change: (current: Uint8Array) => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array>;
}
