/** Published and private files by key (`draws/summer-tour/1/results.csv`): a folder, or a bucket. */
export interface FileStore {
  /** Whole or not at all: a reader never sees half a file. Lines are written as given, in order. */
  write(key: string, chunks: AsyncIterable<string> | Iterable<string>): Promise<void>;
  /** Throws `FILE_MISSING`. */
  read(key: string): AsyncIterable<string>;
  exists(key: string): Promise<boolean>;
}
