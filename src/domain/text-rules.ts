const CONTROL_CHARACTER = /\p{Cc}/u;
const NOT_ASCII = /[^\u0020-\u007e]/;

/** Whether a text is free of control characters and lone surrogates: they break files, mails and the peers' encoders. */
export const isCleanText = (text: string): boolean => !NOT_ASCII.test(text) || (text.isWellFormed() && !CONTROL_CHARACTER.test(text));

/** Trimmed and in Unicode normal form C, so that equal texts are equal bytes. */
export const normaliseText = (text: string): string => {
  const trimmed = text.trim();
  return NOT_ASCII.test(trimmed) ? trimmed.normalize('NFC') : trimmed;
};

/** Length as people count it, near enough: code points, not UTF-16 units. */
export const textLength = (text: string): number => {
  if (!NOT_ASCII.test(text)) return text.length;
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};
