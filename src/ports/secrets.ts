/**
 * Named secrets. A name is a path of plain parts, `draw/summer-tour`: letters, digits, `.`, `_`, `-`; `INPUT_INVALID`
 * for any other. The embedded adapter keeps them in files that only their owner may read.
 */
export interface Secrets {
  /** Throws `SECRET_MISSING` where there is none. */
  get(name: string): Promise<Uint8Array>;
  /** The secret as it is now, whatever is known of it from before: for those that somebody else exchanges. Throws as `get` does. */
  getFresh(name: string): Promise<Uint8Array>;
  /** The stored secret, or the one that `make` gives, stored before it is answered; the first writer wins. */
  getOrCreate(name: string, make: () => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array>;
}
