export const request = (ctx) => ({});
export const response = (ctx) => ctx.prev.result;
