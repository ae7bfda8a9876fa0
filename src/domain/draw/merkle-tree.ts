import { createLeafBatch, type LeafBatch } from './leaf-batch.ts';
import { type Digest, sha256 } from './sha256.ts';

/** A Merkle tree as in RFC 9162, section 2.1.1, over lines that come one by one; in memory it is never more than some kilobytes. */
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

/** `batch` hashes four lines at once; without it, where the processor cannot, they are hashed one by one. */
export const createMerkleTree = (batch: LeafBatch | null = createLeafBatch()): MerkleTree => {
  const whole = createSubtrees();
  // The watched line's place in the batch.
  let watched = -1;

  const complete = (): Subtrees => {
    if (batch === null || batch.count === 0) return whole;
    const all = whole.copy();
    batch.digests().forEach((leaf, index) => {
      all.push(leaf, 1, index === watched ? [] : null);
    });
    return all;
  };

  return {
    add: (line, watch = false) => {
      if (batch === null) return whole.push(leafHash(line), 1, watch ? [] : null);
      if (watch) watched = batch.count;
      batch.add(line);
      if (batch.count < batch.capacity) return;
      const { root, path } = batch.reduce(watched);
      whole.push(root, batch.capacity, watched === -1 ? null : path);
      watched = -1;
    },
    get size() {
      return whole.size() + (batch?.count ?? 0);
    },
    root: () => complete().fold().root,
    auditPath: () => complete().fold().path,
  };
};

/** The full subtrees of a tree that grows, from the largest to the smallest, as the bits of its size say. */
interface Subtrees {
  /** Adds a full subtree of `leafCount` leaves, a power of two that divides the size; `path` is the audit path within it, where it holds the watched leaf. */
  push(root: Digest, leafCount: number, path: readonly Digest[] | null): void;
  /** Leaves. */
  size(): number;
  fold(): { readonly root: Digest; readonly path: readonly Digest[] | null };
  copy(): Subtrees;
}

const createSubtrees = (roots: readonly Digest[] = [], leaves = 0, holder = -1, audit: readonly Digest[] | null = null): Subtrees => {
  const subtrees = [...roots];
  let size = leaves;
  // The place in `subtrees` of the one that holds the watched leaf, and the path up to its root.
  let watchedAt = holder;
  let path = audit;

  return {
    push: (root, leafCount, pathWithin) => {
      let subtree = root;
      let holdsWatched = pathWithin !== null;
      if (pathWithin !== null) path = pathWithin;
      for (let bits = size / leafCount; bits % 2 === 1; bits = Math.floor(bits / 2)) {
        const left = subtrees.pop() ?? '';
        if (holdsWatched) path = [...(path ?? []), left];
        else if (subtrees.length === watchedAt) {
          path = [...(path ?? []), subtree];
          holdsWatched = true;
        }
        subtree = nodeHash(left, subtree);
      }
      if (holdsWatched) watchedAt = subtrees.length;
      subtrees.push(subtree);
      size += leafCount;
    },
    size: () => size,
    fold: () => {
      let at = subtrees.length - 1;
      let root = subtrees[at] ?? sha256('');
      let whole = path;
      let holdsWatched = at >= 0 && at === watchedAt;
      for (at -= 1; at >= 0; at -= 1) {
        const left = subtrees[at] ?? '';
        if (holdsWatched) whole = [...(whole ?? []), left];
        else if (at === watchedAt) {
          whole = [...(whole ?? []), root];
          holdsWatched = true;
        }
        root = nodeHash(left, root);
      }
      return { root, path: whole };
    },
    copy: () => createSubtrees(subtrees, size, watchedAt, path),
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
