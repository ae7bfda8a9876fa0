import { RegError } from '../../errors.ts';

const KEY = /^[A-Za-z0-9_][A-Za-z0-9._-]*(\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/;

/** The key of a file, as it was given. Throws `INPUT_INVALID` for one that could lead out of the store. */
export const checkedFileKey = (key: string): string => {
  if (!KEY.test(key)) throw new RegError('INPUT_INVALID', 'The key of a file may hold letters, digits, `.`, `_`, `-`, and `/` between them.');
  return key;
};
