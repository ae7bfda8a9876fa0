const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Safe between tags and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** A part of a template once for each of a list, once for what is there, and not at all for null. */
export const each = <One extends string | object>(part: readonly One[] | One | null, fill: (one: One) => string): string => {
  if (part === null) return '';
  return isList(part) ? part.map(fill).join('') : fill(part);
};

const isList = <One>(part: readonly One[] | One): part is readonly One[] => Array.isArray(part);
