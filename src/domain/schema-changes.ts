type Schema = Readonly<Record<string, unknown>>;

/** Words about a schema, which allow and forbid nothing. */
const WORDS: ReadonlySet<string> = new Set(['$schema', '$id', '$comment', 'title', 'description', 'default', 'examples']);

/**
 * Where the schema `after` may refuse what `before` took, as lines with the place and what happened there: fields that
 * are gone or newly required, narrower types and rules. For people who have to find a change: a registry decides.
 */
export const narrowedPlaces = (before: unknown, after: unknown, place = ''): readonly string[] => {
  if (!isObject(before) || !isObject(after)) return isSame(before, after) ? [] : [`${place || '/'}: changed`];
  const keywords = Object.keys({ ...before, ...after }).filter((keyword) => !WORDS.has(keyword));
  return keywords.flatMap((keyword) => narrowed(keyword, before, after, `${place}/${keyword}`));
};

const narrowed = (keyword: string, { [keyword]: before, ...old }: Schema, { [keyword]: after }: Schema, place: string): readonly string[] => {
  switch (keyword) {
    case 'properties':
      return membersOf(before, after, place, old.additionalProperties === false);
    case 'definitions':
    case '$defs':
      return membersOf(before, after, place, false);
    case 'required':
      return listOf(after)
        .filter((name) => !includes(before, name))
        .map((name) => `${place}: ${name} is required now`);
    case 'type':
    case 'enum':
      return after === undefined
        ? []
        : listOf(before).length === 0
          ? [`${place}: there was none`]
          : listOf(before)
              .filter((value) => !includes(after, value))
              .map((value) => `${place}: ${value} is not allowed any more`);
    case 'additionalProperties':
      if (isObject(before) && isObject(after)) return narrowedPlaces(before, after, place);
      return after === false && before !== false ? [`${place}: other fields are not allowed any more`] : [];
    case 'anyOf':
    case 'oneOf': {
      const choices = listOf(after);
      return listOf(before).flatMap((choice, index) =>
        choices.some((other) => narrowedPlaces(choice, other).length === 0) ? [] : narrowedPlaces(choice, choices[index], `${place}/${index}`),
      );
    }
    default:
      // A rule that is gone forbids nothing.
      return after === undefined ? [] : isObject(before) ? narrowedPlaces(before, after, place) : isSame(before, after) ? [] : [`${place}: changed`];
  }
};

const membersOf = (before: unknown, after: unknown, place: string, isClosed: boolean): readonly string[] =>
  Object.entries(isObject(before) ? before : {}).flatMap(([name, member]) => {
    const other = isObject(after) ? after[name] : undefined;
    if (other !== undefined) return narrowedPlaces(member, other, `${place}/${name}`);
    return isClosed ? [`${place}/${name}: is gone`] : [];
  });

const isObject = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

const includes = (list: unknown, value: unknown): boolean => listOf(list).some((other) => isSame(other, value));

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
