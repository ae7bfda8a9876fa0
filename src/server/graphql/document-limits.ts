import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { RegError } from '../../errors.ts';

export const MAX_QUERY_LENGTH = 10_000;
export const MAX_TOKENS = 1000;
const MAX_DEPTH = 8;
const MAX_ROOT_FIELDS = 5;
const MAX_ALIASES = 5;

interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
}

/**
 * Refuses a document (`INPUT_INVALID`) whose operations nest too deep, or ask for too much at once. Each fragment
 * is measured once, and counted as often as it is spread, so none hides anything. Introspection nests deep by its
 * nature and reads no data; where it is allowed it is not measured.
 */
export const checkDocument = (document: DocumentNode): void => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const sizes = new Map<string, Size>();
  for (const node of document.definitions) if (node.kind === Kind.OPERATION_DEFINITION) checkOperation(node, fragments, sizes);
};

const checkOperation = (operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, sizes: Map<string, Size>): void => {
  const { depth, fields, aliases } = measure(operation.selectionSet, fragments, sizes);
  if (depth > MAX_DEPTH) throw refusal(`nests fields more than ${MAX_DEPTH} deep`);
  if (fields > MAX_ROOT_FIELDS) throw refusal(`asks for more than ${MAX_ROOT_FIELDS} fields at its root`);
  if (aliases > MAX_ALIASES) throw refusal(`has more than ${MAX_ALIASES} aliases`);
};

const refusal = (what: string): RegError => new RegError('INPUT_INVALID', `The query ${what}. Split it into several.`);

/** `fields` counts this level alone; `aliases` every level. */
const measure = (set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, sizes: Map<string, Size>): Size => {
  let depth = 0;
  let fields = 0;
  let aliases = 0;
  for (const selection of set.selections) {
    let part: Size;
    if (selection.kind === Kind.FIELD) {
      const isIntrospection = selection.name.value === '__schema' || selection.name.value === '__type';
      const inner = selection.selectionSet === undefined || isIntrospection ? NOTHING : measure(selection.selectionSet, fragments, sizes);
      part = { depth: inner.depth + 1, fields: 1, aliases: inner.aliases + (selection.alias === undefined ? 0 : 1) };
    } else if (selection.kind === Kind.INLINE_FRAGMENT) part = measure(selection.selectionSet, fragments, sizes);
    else part = measureFragment(selection.name.value, fragments, sizes);
    depth = Math.max(depth, part.depth);
    fields += part.fields;
    aliases += part.aliases;
  }
  return { depth, fields, aliases };
};

const NOTHING: Size = { depth: 0, fields: 0, aliases: 0 };
const ENDLESS: Size = { depth: Number.POSITIVE_INFINITY, fields: 0, aliases: 0 };

const measureFragment = (name: string, fragments: ReadonlyMap<string, FragmentDefinitionNode>, sizes: Map<string, Size>): Size => {
  const known = sizes.get(name);
  if (known !== undefined) return known;
  const fragment = fragments.get(name);
  // An unknown fragment is refused by validation, with its name.
  if (fragment === undefined) return NOTHING;
  sizes.set(name, ENDLESS);
  const size = measure(fragment.selectionSet, fragments, sizes);
  sizes.set(name, size);
  return size;
};
