/** Of Unicode's classes control, line separator and paragraph separator. */
const CONTROL_CHARACTER = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const NOT_ASCII = /[^\u0020-\u007e]/;

/** Whether a text is free of control characters and lone surrogates: they break files, mails and the peers' encoders. */
export const isCleanText = (text: string): boolean => !NOT_ASCII.test(text) || (text.isWellFormed() && !CONTROL_CHARACTER.test(text));

/**
 * What has no look of its own and comes along when text is copied: spaces without width, and marks that turn the direction
 * of all that follows. The joiners that Persian and Indian names need are not among them.
 */
const INVISIBLE = /[\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Trimmed, without invisible signs and in Unicode normal form C, so that texts that look the same are the same bytes. */
export const normaliseText = (text: string): string => {
  const trimmed = text.trim();
  return NOT_ASCII.test(trimmed) ? trimmed.replaceAll(INVISIBLE, '').trim().normalize('NFC') : trimmed;
};

/** Length as people count it, near enough: code points, not UTF-16 units. */
export const textLength = (text: string): number => {
  if (!NOT_ASCII.test(text)) return text.length;
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};
