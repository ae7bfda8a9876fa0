import { createLineSplitter } from './lines.ts';
import { createMerkleTree, isIncluded } from './merkle-tree.ts';
import { fromHex, toHex } from './sha256.ts';

/** That a line is in a published file: with the file's root anybody can check it without the file. */
export interface LineProof {
  /** Without its LF. */
  readonly line: string;
  /** Among the data lines, from 0. */
  readonly index: number;
  /** How many data lines there are. */
  readonly size: number;
  /** RFC 9162, section 2.1.3: from the leaf upward, in hex. */
  readonly auditPath: readonly string[];
}

/** What one fan needs to check their own part of a draw. */
export interface RefProof {
  readonly entrant: LineProof;
  readonly result: LineProof;
}

/** The proof for a ref, from entrants.csv and results.csv; null where it took no part. Reads each file once and keeps none. */
export const proveRef = async (
  { entrants, results }: { readonly entrants: AsyncIterable<string>; readonly results: AsyncIterable<string> },
  ref: string,
): Promise<RefProof | null> => {
  const entrant = await proveLine(entrants, (line) => line.startsWith(`${ref},`));
  if (entrant === null) return null;
  const result = await proveLine(results, (line) => line.startsWith(`${ref},`, line.indexOf(',') + 1));
  return result === null ? null : { entrant, result };
};

/** Whether the line is where the proof says in the file with this root (hex). */
export const isProven = ({ line, index, size, auditPath }: LineProof, root: string): boolean =>
  isIncluded(line, index, size, auditPath.map(fromHex), fromHex(root));

const proveLine = async (file: AsyncIterable<string>, isWanted: (line: string) => boolean): Promise<LineProof | null> => {
  const tree = createMerkleTree();
  let found: { readonly line: string; readonly index: number } | null = null;
  let headerRead = false;
  const lines = createLineSplitter((line) => {
    if (!headerRead) {
      headerRead = true;
      return;
    }
    const wanted = found === null && isWanted(line);
    if (wanted) found = { line, index: tree.size };
    tree.add(line, wanted);
  });
  for await (const chunk of file) lines.push(chunk);
  const auditPath = tree.auditPath();
  if (auditPath === null) return null;
  const { line, index } = found ?? { line: '', index: 0 };
  return { line, index, size: tree.size, auditPath: auditPath.map(toHex) };
};
