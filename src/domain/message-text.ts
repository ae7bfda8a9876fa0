/** What a message's body may have, in bytes of UTF-8, on every engine. */
export const MAX_BODY_BYTES = 256 * 1024;
/** The longest delay that SQS knows (Amazon SQS API reference, SendMessageBatchRequestEntry). */
export const MAX_DELAY_SECONDS = 900;

export type MessageText = { readonly text: string } | { readonly refusal: string };

/** A message as it is sent, or why no queue or topic takes it. */
export const toMessageText = (body: unknown, delaySeconds = 0): MessageText => {
  const text = jsonOf(body);
  if (text === null) return { refusal: 'INPUT_INVALID: the body is no plain JSON data.' };
  if (text.length * 3 > MAX_BODY_BYTES && Buffer.byteLength(text) > MAX_BODY_BYTES)
    return { refusal: `TOO_LARGE: the body has more than ${MAX_BODY_BYTES} bytes.` };
  if (!(delaySeconds >= 0 && delaySeconds <= MAX_DELAY_SECONDS)) return { refusal: `INPUT_INVALID: delaySeconds is from 0 to ${MAX_DELAY_SECONDS}.` };
  return { text };
};

const jsonOf = (body: unknown): string | null => {
  try {
    return JSON.stringify(body) ?? null;
  } catch {
    return null;
  }
};
