import { RegError } from '../../errors.ts';

/**
 * A text for a filter or a key. Throws `INPUT_INVALID` for anything else: an object in its place would be read as an
 * operator, such as `{ $ne: null }`, which every document answers to.
 */
export const text = (value: string): string => {
  if (typeof value !== 'string') throw new RegError('INPUT_INVALID', 'What is looked up in MongoDB has to be a text.');
  return value;
};

/** Texts for `$in`. Throws `INPUT_INVALID` as `text` does. */
export const texts = (values: Iterable<string>): string[] => Array.from(values, text);

/** A finite number for a filter. Throws `INPUT_INVALID` for anything else. */
export const number = (value: number): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new RegError('INPUT_INVALID', 'What is compared in MongoDB has to be a number.');
  return value;
};

/**
 * What is to be stored, unchanged. Throws `INPUT_INVALID` where a name in it, at any depth, begins with `$` or holds `.`
 * or NUL: MongoDB would take it for an operator or a path. The name itself stays out of the error, as a fan may have sent it.
 */
export const storable = <Value>(value: Value): Value => {
  check(value);
  return value;
};

const check = (value: unknown): void => {
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return;
  if (Array.isArray(value)) {
    value.forEach(check);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$') || key.includes('.') || key.includes('\0'))
      throw new RegError('INPUT_INVALID', 'A name in what is to be stored begins with "$" or holds "." or NUL, which MongoDB does not keep: use another name.');
    check(inner);
  }
};
