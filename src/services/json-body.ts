import { RegError } from '../errors.ts';

/** Whatever could be one of the names below, escapes included. */
const SUSPICIOUS = /proto|constructor|\\u/;

/** A request's body. Throws `INPUT_INVALID` for what is no JSON, or would change the prototype of an object that it is copied to. */
export const parseJson = (text: string): unknown => {
  // RFC 8259 lets parsers ignore a byte order mark.
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return SUSPICIOUS.test(json) ? JSON.parse(json, refusePrototypes) : JSON.parse(json);
  } catch (cause) {
    throw new RegError('INPUT_INVALID', 'The body is not valid JSON: send an object in UTF-8.', { cause });
  }
};

const refusePrototypes = (key: string, value: unknown): unknown => {
  const isPrototype = key === '__proto__' || (key === 'constructor' && typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype'));
  if (isPrototype) throw new SyntaxError('a prototype');
  return value;
};
