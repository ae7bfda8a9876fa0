import type { PriorityGroup, SelectionMethod } from './campaign.ts';
import { id, integer } from './field-readings.ts';
import type { Fields } from './file-fields.ts';
import { readLabel } from './preference-definition.ts';

const GROUP_KEYS = ['id', 'name', 'minScore'];
const MOST_GROUPS = 100;

/** The groups of a campaign file's `selection`, who is served first before the others; null where it names none. */
export const readPriorityGroups = (selection: Fields, method: SelectionMethod): readonly PriorityGroup[] | null => {
  if (!selection.has('priorityGroups')) return null;
  if (method === 'score')
    selection.report('is for the methods random and weighted; with score everybody is served in the order of their scores', 'priorityGroups');
  const groups = selection.each('priorityGroups', GROUP_KEYS, { min: 1, max: MOST_GROUPS }, (fields) => {
    const name = readLabel(fields, 'name');
    return { fields, group: { id: fields.take('id', id), ...(name !== null && { name }), minScore: fields.take('minScore', integer(0, 1000)) } };
  });
  for (const [index, { fields, group }] of groups.entries()) {
    const before = groups[index - 1];
    if (before !== undefined && fields.has('minScore') && group.minScore >= before.group.minScore)
      fields.report(`must be lower than the ${before.group.minScore} of the group before, which is served first`, 'minScore');
    if (group.id !== '' && groups.findIndex((other) => other.group.id === group.id) < index) fields.report('is the id of another group already', 'id');
  }
  return groups.map(({ group }) => group);
};
