const PREFIX = 'erased:';

/** What stands in the place of an erased fan's id in a draw: the pseudonym that is published. No fan can be called so. */
export const erasedFan = (ref: string): string => `${PREFIX}${ref}`;

export const isErasedFan = (globalUserId: string): boolean => globalUserId.startsWith(PREFIX);
