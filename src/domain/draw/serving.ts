import type { DrawMarket } from './draw-rules.ts';
import { type Entrants, refOf } from './entrants.ts';

/** The first line of results.csv. */
export const RESULTS_HEADER = 'position,ref,verdict,market,waitlist';

export interface WaitlistPlace {
  readonly marketId: string;
  /** From 1. */
  readonly place: number;
}

/** What became of one entrant. */
export interface Outcome {
  readonly verdict: 'WINNER' | 'WAITLIST' | 'LOSER';
  /** The market that was won. */
  readonly marketId: string | null;
  readonly waitlist: readonly WaitlistPlace[];
}

/** A line of results.csv. */
export interface Result extends Outcome {
  /** Place in the order of the draw, from 1. */
  readonly position: number;
  readonly ref: string;
}

const LOST: Outcome = { verdict: 'LOSER', marketId: null, waitlist: [] };

/**
 * Serves the entrants in their order, one by one: each wins the first market of its ranking that has capacity left, or
 * takes the next place on the waitlist of each that has room.
 */
export function* serve(markets: readonly DrawMarket[], entrants: Entrants, order: Uint32Array): Generator<Result> {
  const placesLeft = markets.map(({ capacity }) => capacity);
  const waiting = markets.map(() => 0);
  const won = markets.map(({ id }): Outcome => ({ verdict: 'WINNER', marketId: id, waitlist: [] }));

  const outcomeOf = (ranking: readonly number[]): Outcome => {
    for (const market of ranking) {
      const left = placesLeft[market] ?? 0;
      if (left === 0) continue;
      placesLeft[market] = left - 1;
      return won[market] ?? LOST;
    }
    const waitlist: WaitlistPlace[] = [];
    for (const market of ranking) {
      const place = (waiting[market] ?? 0) + 1;
      const { id, waitlistCapacity } = markets[market] ?? { id: '', waitlistCapacity: 0 };
      if (place > waitlistCapacity) continue;
      waiting[market] = place;
      waitlist.push({ marketId: id, place });
    }
    return waitlist.length === 0 ? LOST : { verdict: 'WAITLIST', marketId: null, waitlist };
  };

  let position = 0;
  for (const entrant of order) {
    const { verdict, marketId, waitlist } = outcomeOf(entrants.rankings[entrants.rankingOf[entrant] ?? 0] ?? []);
    position += 1;
    yield { position, ref: refOf(entrants, entrant), verdict, marketId, waitlist };
  }
}

/** One data line of results.csv, without its LF. */
export const formatResult = ({ position, ref, verdict, marketId, waitlist }: Result): string =>
  `${position},${ref},${verdict},${marketId ?? ''},${formatWaitlist(waitlist)}`;

/** `market:place`, joined by `>`. */
export const formatWaitlist = (waitlist: readonly WaitlistPlace[]): string => {
  let text = '';
  for (const { marketId, place } of waitlist) text += `${text === '' ? '' : '>'}${marketId}:${place}`;
  return text;
};

/** The other way round, for text that `formatWaitlist` made. */
export const parseWaitlist = (text: string): readonly WaitlistPlace[] =>
  text === ''
    ? []
    : text.split('>').map((part) => {
        const [marketId = '', place] = part.split(':');
        return { marketId, place: Number(place) };
      });
