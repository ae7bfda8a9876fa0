import type { StoredDraw } from '../../ports/draw-store.ts';

/** How a draw is called across services and messages. */
export const drawIdOf = ({ campaignId, draw }: Pick<StoredDraw, 'campaignId' | 'draw'>): string => `${campaignId}/${draw}`;
