/** What a Lambda handler is called with besides the event; the embedded runtime gives the same. */
export interface InvocationContext {
  readonly awsRequestId: string;
  readonly functionName: string;
  getRemainingTimeInMillis(): number;
}

/** A worker in its middleware chain: what Lambda calls, and what the embedded runtime calls. */
export type Handler = (event: unknown, context: InvocationContext) => Promise<unknown>;

/** AppSync's event for a Lambda resolver (AWS AppSync developer guide, "Resolver mapping template context reference"). */
export interface ResolverEvent {
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly identity: ResolverIdentity | null;
  readonly request: { readonly headers: Readonly<Record<string, string>> };
  /** The answer of the worker before, in a field with a pipeline. */
  readonly prev: { readonly result: unknown } | null;
  readonly info: { readonly parentTypeName: 'Query' | 'Mutation'; readonly fieldName: string };
}

/** An OpenID Connect identity as AppSync passes it on. The token's kind is its claim `token_use`. */
export interface ResolverIdentity {
  readonly sub: string;
  readonly issuer: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** What `transformAppSyncInput` makes of a resolver event. */
export interface ResolverInput<Arguments = Readonly<Record<string, unknown>>, Previous = unknown> {
  readonly arguments: Arguments;
  readonly caller: import('../ports/tokens.ts').Caller | null;
  readonly previous: Previous;
}

/** Batch answers: AWS reads `batchItemFailures`, people read the rest. */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
  readonly count: Readonly<Record<string, number>>;
  /** Why each failed, by identifier. */
  readonly reasons: Readonly<Record<string, string>>;
}
