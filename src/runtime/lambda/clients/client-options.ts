/**
 * What all clients of AWS are made with. Throttles, 5xx and lost connections are tried again by the SDK, five times at
 * most with full jitter (AWS SDKs reference, "Retry behavior"). An answer that takes longer than ten seconds is none:
 * what was sent is safe to send again, and an invocation has no longer to wait.
 */
export const clientOptions = {
  maxAttempts: 5,
  requestHandler: { connectionTimeout: 5_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
} as const;
