/** Cuts chunks of text into lines: each line that is complete goes to `onLine`, without its LF. */
export interface LineSplitter {
  push(chunk: string): void;
  /** Text after the last LF; empty where the file ends as it should. */
  rest(): string;
}

export const createLineSplitter = (onLine: (line: string) => void): LineSplitter => {
  let open = '';
  return {
    push: (chunk) => {
      let start = 0;
      for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
        onLine(open === '' ? chunk.slice(start, end) : open + chunk.slice(start, end));
        open = '';
        start = end + 1;
      }
      open += chunk.slice(start);
    },
    rest: () => open,
  };
};

/** Lines put together to chunks of some 64 KiB, each line with its LF. */
export function* chunksOfLines(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    chunk += '\n';
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

const CHUNK = 65_536;

/** What somebody is told whose copy of a pack went through a program that writes lines its own way. */
export const CHANGED_LINE_ENDS = 'its lines end with CR LF and those that are published with LF: fetch the file anew, byte for byte';

/** Whoever reads lines gives up at one that is longer, so that memory stays bounded also where a file has none. */
export const LONGEST_LINE = 65_536;
