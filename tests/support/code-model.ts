import { type AccessCodeState, decideAssignment, RESERVATION_MS, stateAfter } from '../../src/domain/access-code.ts';

interface ModelCode {
  readonly marketId: string;
  /** In the order of import. */
  readonly number: number;
  state: AccessCodeState;
  holder: string | null;
  /** The key of the last reservation, also after it ran out. */
  key: string | null;
  place: number;
  until: number;
}

/** What a code store answers, by the words of its port alone: plain maps, one call after the other. */
export const createCodeModel = () => {
  const codes = new Map<string, ModelCode>();
  const reservations = new Map<string, number>();
  const batches = new Map<string, { readonly total: number; readonly added: Map<number, number> }>();

  const stateAt = ({ state, until }: ModelCode, now: number): AccessCodeState => (state === 'RESERVED' && until <= now ? 'AVAILABLE' : state);
  const known = (marketId: string, code: string): ModelCode | undefined => {
    const found = codes.get(code);
    return found?.marketId === marketId ? found : undefined;
  };
  const ofMarket = (marketId: string) => [...codes].filter(([, code]) => code.marketId === marketId).sort(([, a], [, b]) => a.number - b.number);

  const add = (marketId: string, texts: readonly string[]): readonly number[] =>
    texts.flatMap((text, index) => {
      if (codes.has(text)) return index;
      codes.set(text, { marketId, number: codes.size, state: 'AVAILABLE', holder: null, key: null, place: 0, until: 0 });
      return [];
    });

  return {
    add,
    addOnce: (marketId: string, key: string, part: number, total: number, texts: readonly string[]): number | 'STATE_INVALID' => {
      const name = `${marketId} ${key}`;
      const batch = batches.get(name) ?? { total, added: new Map<number, number>() };
      if (batch.total !== total) return 'STATE_INVALID';
      batches.set(name, batch);
      const before = batch.added.get(part);
      if (before !== undefined) return before;
      const added = texts.length - add(marketId, texts).length;
      batch.added.set(part, added);
      return added;
    },
    reserve: (marketId: string, key: string, count: number, now: number): readonly string[] | number | 'STATE_INVALID' => {
      const name = `${marketId} ${key}`;
      if ((reservations.get(name) ?? count) !== count) return 'STATE_INVALID';
      const all = ofMarket(marketId);
      const inPlace = new Map(all.flatMap(([text, code]) => (code.key === name ? [[code.place, text] as const] : [])));
      const free = all.filter(([, code]) => stateAt(code, now) === 'AVAILABLE' && code.key !== name);
      const supply = [...free.filter(([, { key: by }]) => by === null), ...free.filter(([, { key: by }]) => by !== null)].values();
      if (count - inPlace.size > free.length) return count - inPlace.size - free.length;
      reservations.set(name, count);
      const answer: string[] = [];
      for (let place = 1; place <= count; place += 1) {
        const text = inPlace.get(place) ?? supply.next().value?.[0] ?? '';
        const code = codes.get(text);
        if (code === undefined) throw new Error('The model is wrong.');
        if (stateAt(code, now) === 'AVAILABLE' || code.state === 'RESERVED')
          Object.assign(code, { state: 'RESERVED', key: name, place, until: now + RESERVATION_MS });
        answer.push(text);
      }
      return answer;
    },
    assign: (marketId: string, text: string, fan: string): 'assigned' | 'unchanged' | 'refused' | 'unknown' => {
      const code = known(marketId, text);
      if (code === undefined) return 'unknown';
      const outcome = decideAssignment(code, fan);
      if (outcome === 'assigned') Object.assign(code, { state: 'ASSIGNED', holder: fan });
      return outcome;
    },
    revoke: (marketId: string, text: string): number => {
      const code = known(marketId, text);
      if (code === undefined || stateAfter(code.state, 'revoke') === null) return 0;
      Object.assign(code, { state: 'REVOKED', key: null });
      return 1;
    },
    redeem: (marketId: string, text: string, now: number): AccessCodeState | null => {
      const code = known(marketId, text);
      if (code === undefined) return null;
      const next = stateAfter(code.state, 'redeem');
      if (next !== null) code.state = next;
      return stateAt(code, now);
    },
    counts: (marketId: string, now: number) => {
      const count = (state: AccessCodeState): number => ofMarket(marketId).filter(([, code]) => stateAt(code, now) === state).length;
      return {
        available: count('AVAILABLE'),
        reserved: count('RESERVED'),
        assigned: count('ASSIGNED'),
        redeemed: count('REDEEMED'),
        revoked: count('REVOKED'),
      };
    },
    /** Assigned codes with their holders. */
    held: (marketId: string): ReadonlyMap<string, string> =>
      new Map(ofMarket(marketId).flatMap(([text, { state, holder }]) => (state === 'ASSIGNED' && holder !== null ? [[text, holder] as const] : []))),
    imported: (marketId: string): number => ofMarket(marketId).length,
  };
};

export type CodeModel = ReturnType<typeof createCodeModel>;
