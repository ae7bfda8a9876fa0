export const request = (ctx) => ({ operation: 'Invoke', payload: ctx.arguments });
export const response = (ctx) => ctx.result;
