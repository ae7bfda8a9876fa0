import { type DrawRules, parseRules } from '../../domain/draw/draw-rules.ts';
import { RegError } from '../../errors.ts';
import type { StoredDraw } from '../../ports/draw-store.ts';

/** The rules that a draw was frozen with. Throws `DRAW_INVALID`. */
export const rulesOf = ({ campaignId, draw, rules: text }: Pick<StoredDraw, 'campaignId' | 'draw' | 'rules'>): DrawRules => {
  const rules = parseRules(text);
  if (!rules.ok) throw new RegError('DRAW_INVALID', `The rules of draw ${draw} of the campaign ${campaignId} cannot be read: rules.json ${rules.problem}.`);
  return rules.value;
};
