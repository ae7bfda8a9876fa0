import { isCleanText } from '../../../domain/text-rules.ts';

/** Marks, embeddings, overrides and isolates of direction (Unicode Standard Annex 9, 2): they can make a text read as another. */
const DIRECTION_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const withoutDirectionControls = (text: string): string => text.replace(DIRECTION_CONTROLS, '');

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const OTHER_LETTER = /[[\p{L}\p{N}]--[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]]/v;

/**
 * A name or another text from outside as it stands in a text of ours: isolated (U+2068 … U+2069) where it may run the other
 * way, so that it does not carry the words and marks around it along.
 */
export const isolated = (text: string, direction: 'ltr' | 'rtl'): string => {
  const plain = withoutDirectionControls(text);
  const mayTurn = (direction === 'ltr' ? RIGHT_TO_LEFT : OTHER_LETTER).test(plain);
  return mayTurn ? `\u2068${plain}\u2069` : plain;
};

const MAX_NAME = 60;
/** Whoever registers with somebody else's address must not be able to put a message of their own into the mail. */
const LINK_LIKE_NAME = /[/:@<>"\\[\]()]|www\.|\.\w{2,}/i;

/** A name as it may be shown: null for an empty or long one, and for one that looks like a link or could break a header. */
export const presentableName = (name: string): string | null => {
  const trimmed = withoutDirectionControls(name).trim();
  return trimmed === '' || trimmed.length > MAX_NAME || !isCleanText(trimmed) || LINK_LIKE_NAME.test(trimmed) ? null : trimmed;
};

const MAX_TEXT = 300;
/** What mail programs make a link of by themselves; `。` and its like are dots to a browser. */
const LINK_LIKE_TEXT = /:\/\/|www[.。．｡]|@|[.。．｡][\p{L}\p{N}-]{2,}/iu;

/** What a fan wrote freely, as it may be repeated to them; null where it is long or has what becomes a link. */
export const presentableText = (text: string): string | null => {
  const trimmed = withoutDirectionControls(text).trim();
  return trimmed.length > MAX_TEXT || !isCleanText(trimmed) || LINK_LIKE_TEXT.test(trimmed) ? null : trimmed;
};

/** A web address that a link may lead to; null for any other. */
export const webLink = (link: string | null | undefined): string | null => {
  const url = URL.parse(link ?? '');
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
};
