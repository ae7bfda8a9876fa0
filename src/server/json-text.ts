import { isUtf8 } from 'node:buffer';
import { RegError } from '../errors.ts';

const MAX_DEPTH = 32;

/**
 * JSON from outside as plain data. `INPUT_INVALID` for broken UTF-8, what is no JSON, lone surrogates (they
 * could be stored but never printed as UTF-8 again), keys that reach into prototypes, and deep nests.
 */
export const parseJsonBytes = (bytes: Buffer): unknown => {
  if (!isUtf8(bytes)) throw new RegError('INPUT_INVALID', 'The body is not UTF-8.');
  const text = bytes.toString('utf8');
  const value = parse(text, 'The body is not JSON.');
  // Only an escape can bring a lone surrogate into valid UTF-8, or hide the letters of a key.
  if (text.includes('\\u') || text.includes('__proto__')) checkPlain(value, 'The body', 0);
  return value;
};

/** The same for a JSON text inside JSON: a value of GraphQL's `AWSJSON`. */
export const parseJsonText = (text: string): unknown => {
  const value = parse(text, 'An AWSJSON value has to be a string that holds JSON.');
  checkPlain(value, 'An AWSJSON value', 0);
  return value;
};

const parse = (text: string, refusal: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's message quotes the text, so it goes nowhere.
    throw new RegError('INPUT_INVALID', refusal);
  }
};

const checkPlain = (value: unknown, where: string, depth: number): void => {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new RegError('INPUT_INVALID', `${where} holds a lone surrogate, which is no character.`);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) throw new RegError('INPUT_INVALID', `${where} is nested more than ${MAX_DEPTH} deep.`);
  if (Array.isArray(value)) {
    for (const item of value) checkPlain(item, where, depth + 1);
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (key === '__proto__') throw new RegError('INPUT_INVALID', `${where} has a key that is not allowed: __proto__.`);
    checkPlain(key, where, depth + 1);
    checkPlain(member, where, depth + 1);
  }
};
