import { readFile } from 'node:fs/promises';

/** What `scripts/servers/ministack/count_calls.py` writes. */
export type CountedLine = CountedInvocation | CountedCall;

export interface CountedInvocation {
  readonly kind: 'invocation';
  readonly function: string;
  /** The function, or the subject of a token, that it was all for. */
  readonly for: string;
  readonly caller: string | null;
  readonly source: string;
  readonly from: string | null;
  readonly records: number;
  readonly ms: number;
  readonly cold: boolean;
  readonly failed: boolean;
  readonly logBytes: number;
  readonly logLines: number;
}

export interface CountedCall {
  readonly kind: 'call';
  readonly service: string;
  readonly action: string;
  /** Bytes of the request's body. */
  readonly bytes: number;
  readonly function: string | null;
  readonly for: string | null;
  readonly status: number;
  /** DynamoDB's units. */
  readonly read?: number;
  readonly write?: number;
  readonly table?: string | null;
  readonly messages?: number;
}

export const linesOf = async (file: string): Promise<readonly CountedLine[]> =>
  (await readFile(file, 'utf8')).split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as CountedLine]));
