import { isErasedFan } from './erased-fan.ts';

const FAN_ID = /^[^#\s\p{Cc}]{1,128}$/u;

/** Whether a text can be a fan's id: 1 to 128 characters without white space, control characters and `#`, which parts the table's keys; and not what erased fans are called. */
export const isGlobalUserId = (value: unknown): value is string =>
  typeof value === 'string' && FAN_ID.test(value) && value.isWellFormed() && !isErasedFan(value);
