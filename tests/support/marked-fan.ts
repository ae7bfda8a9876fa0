import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FanRow } from './gate-world.ts';

/** A fan each of whose personal values is found wherever it was written. */
export const markedFan: FanRow = {
  globalUserId: 'MARKED-FAN-0041',
  email: 'marked.address@example.org',
  phoneNumber: '+442071838750',
  firstName: 'Markedfirst',
  lastName: 'Markedlast',
  postalCode: 'SW1A 1AA',
  countryCode: 'GB',
  memberId: 'MARKED-MEMBER-7',
  wish: 'marked words of my own',
};

/** What each of those is still known by when it was normalised, quoted or masked in part. */
export const MARKS = ['marked.address', '2071838750', 'Markedfirst', 'Markedlast', 'SW1A', 'MARKED-MEMBER-7', 'marked words'] as const;

/** The marks in a text. Default: all but the fan's id, which logs may name. */
export const marksIn = (text: string, marks: readonly string[] = MARKS): readonly string[] =>
  marks.filter((mark) => text.toLowerCase().includes(mark.toLowerCase()));

/** Each file below a folder that holds a mark, with the marks. */
export const markedFiles = (folder: string, marks: readonly string[] = MARKS): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(folder.length + 1), found: marksIn(readFileSync(path, 'latin1'), marks) }))
    .filter(({ found }) => found.length > 0)
    .map(({ path, found }) => `${path}: ${found.join(', ')}`);
