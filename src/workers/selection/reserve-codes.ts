import { RegError } from '../../errors.ts';
import type { codeContract } from '../../services/code/contract.ts';
import type { CallOptions, ClientOf } from '../../services/contract.ts';

type CodeClient = Pick<ClientOf<typeof codeContract>, 'reserveCodes'>;

/** What the Code Service reserves in one call. */
const CODES_A_CALL = 20_000;

export interface Reservation {
  /** In a stable order; short where there are too few. */
  readonly codes: readonly string[];
  /** How many are missing. */
  readonly shortfall: number;
}

/** Reserves codes for the winners of a market, in order. Asked again it gives the same codes, also when there were too few before. */
export const reserveForDraw = async (
  codeService: CodeClient,
  { campaignId, marketId, drawId, count }: { readonly campaignId: string; readonly marketId: string; readonly drawId: string; readonly count: number },
  options: CallOptions,
): Promise<Reservation> => {
  const codes: string[] = [];
  for (let call = 1; codes.length < count; call += 1) {
    const wanted = Math.min(CODES_A_CALL, count - codes.length);
    const idempotencyKey = `${drawId}/${marketId}/${call}`;
    const reservation = await codeService
      .reserveCodes({ body: { campaignId, marketId, count: wanted, idempotencyKey } }, options)
      .catch((error: unknown) => throwNamingOtherCount(error, marketId));
    // A call reserves all or none, so what it could have reserved is left for the ones after it.
    if (reservation.shortfall > 0) return { codes, shortfall: count - codes.length - (wanted - reservation.shortfall) };
    for (const code of reservation.codes) codes.push(code);
  }
  return { codes, shortfall: 0 };
};

const throwNamingOtherCount = (error: unknown, marketId: string): never => {
  if (!(error instanceof RegError) || error.code !== 'STATE_INVALID') throw error;
  throw new RegError(
    'STATE_INVALID',
    `The market ${marketId} was selected with another number of winners before. Winners of the draw beyond it get their codes by refreshing the market.`,
    { cause: error, detail: { marketId } },
  );
};

/**
 * Reserves the one code of a fan that has none yet, known by the position in the draw; null where no code is left. Asked
 * again it gives the same code, unless that is in use by now: it had run out for another fan, whose selection came through
 * all the same.
 */
export const reserveForFan = async (
  codeService: CodeClient,
  { campaignId, marketId, drawId, position }: { readonly campaignId: string; readonly marketId: string; readonly drawId: string; readonly position: number },
  inUse: ReadonlySet<string>,
  options: CallOptions,
): Promise<string | null> => {
  for (let attempt = 1; ; attempt += 1) {
    const idempotencyKey = `${drawId}/${marketId}/position/${position}${attempt === 1 ? '' : `#${attempt}`}`;
    const { codes } = await codeService.reserveCodes({ body: { campaignId, marketId, count: 1, idempotencyKey } }, options);
    const code = codes[0] ?? null;
    if (code === null || !inUse.has(code)) return code;
  }
};
