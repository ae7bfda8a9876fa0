import { type Digest, sha256 } from './sha256.ts';

/** A Merkle tree as in RFC 9162, section 2.1.1, over lines that come one by one; it holds one digest a level. */
export interface MerkleTree {
  /** Adds the next line, without its LF. One line may be watched: the one that a proof is wanted for. */
  add(line: string, watch?: boolean): void;
  /** How many lines were added. */
  readonly size: number;
  /** Of what was added so far; without lines the hash of nothing. */
  root(): Digest;
  /** The audit path (section 2.1.3) of the watched line, from its leaf upward; null where none was. */
  auditPath(): readonly Digest[] | null;
}

export const createMerkleTree = (): MerkleTree => {
  // Full subtrees from the largest to the smallest, as the bits of `size` say.
  const subtrees: Digest[] = [];
  const path: Digest[] = [];
  let size = 0;
  // The place in `subtrees` of the one that holds the watched line.
  let watchedAt = -1;

  const fold = (): { readonly root: Digest; readonly path: readonly Digest[] } => {
    const whole = [...path];
    let at = subtrees.length - 1;
    let root = subtrees[at] ?? sha256('');
    let holdsWatched = at >= 0 && at === watchedAt;
    for (at -= 1; at >= 0; at -= 1) {
      const left = subtrees[at] ?? '';
      if (holdsWatched) whole.push(left);
      else if (at === watchedAt) {
        whole.push(root);
        holdsWatched = true;
      }
      root = nodeHash(left, root);
    }
    return { root, path: whole };
  };

  return {
    add: (line, watch = false) => {
      let subtree = leafHash(line);
      let holdsWatched = watch;
      for (let bits = size; (bits & 1) === 1; bits >>>= 1) {
        const left = subtrees.pop() ?? '';
        if (holdsWatched) path.push(left);
        else if (subtrees.length === watchedAt) {
          path.push(subtree);
          holdsWatched = true;
        }
        subtree = nodeHash(left, subtree);
      }
      if (holdsWatched) watchedAt = subtrees.length;
      subtrees.push(subtree);
      size += 1;
    },
    get size() {
      return size;
    },
    root: () => fold().root,
    auditPath: () => (watchedAt === -1 ? null : fold().path),
  };
};

/** Whether a line with this audit path is line `index` of the tree with this size and root (RFC 9162, section 2.1.3.2). */
export const isIncluded = (line: string, index: number, size: number, auditPath: readonly Digest[], root: Digest): boolean => {
  if (!(Number.isInteger(index) && index >= 0 && index < size)) return false;
  let first = index;
  let last = size - 1;
  let subtree = leafHash(line);
  for (const sibling of auditPath) {
    if (last === 0) return false;
    if (first % 2 === 1 || first === last) {
      subtree = nodeHash(sibling, subtree);
      while (first % 2 === 0 && first !== 0) {
        first = Math.floor(first / 2);
        last = Math.floor(last / 2);
      }
    } else subtree = nodeHash(subtree, sibling);
    first = Math.floor(first / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && subtree === root;
};

const leafHash = (line: string): Digest => sha256(`\0${line}`);

const node = Buffer.alloc(65, 1);

const nodeHash = (left: Digest, right: Digest): Digest => {
  node.write(left, 1, 'latin1');
  node.write(right, 33, 'latin1');
  return sha256(node);
};
