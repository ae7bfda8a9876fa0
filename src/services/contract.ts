import type { Static, TSchema } from 'typebox';
import type { Caller, ServiceName } from '../ports/tokens.ts';
import type { Validate } from './validation.ts';

/**
 * A service's HTTP contract as data: the routes, their validation, the OpenAPI document and the typed client
 * are all made from this one table.
 */
export interface Contract {
  readonly service: ServiceName | 'operator';
  readonly operations: Readonly<Record<string, Operation>>;
}

/** One route below `/services/<service>/v1` (`/operator/v1` for the operator's). `params`, `query` and `body` are checked before the handler runs. */
export interface Operation {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** With `:name` for path parameters. */
  readonly path: `/${string}`;
  readonly summary: string;
  /** What a POST does when it is sent again because no answer came: why that does no harm. Tests want it of every POST. */
  readonly again?: string;
  /** What an app's token must hold; `operator` admits operators alone, and operators may call everything. */
  readonly scope: `${ServiceName}:${'read' | 'write'}` | 'operator';
  /** Its answer tells of single fans, so that a person who asks is written down. Default: it does not. */
  readonly personal?: true;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  readonly answer: TSchema;
  /** Most bytes of a body. Default 8 MiB. */
  readonly bodyLimit?: number;
  /** How long it may take, where that is longer than 30 s. Called again while it is under way, it answers SERVICE_UNAVAILABLE. */
  readonly longSeconds?: number;
}

/** What a client needs of a contract: `src/generated/service-routes` has it without the schemas, which take time to make, and with checks of the answers. */
export interface Routes {
  readonly service: Contract['service'];
  readonly operations: Readonly<Record<string, Route>>;
}

export interface Route extends Pick<Operation, 'method' | 'path' | 'scope' | 'longSeconds'> {
  /** Present where there are any. */
  readonly query?: unknown;
  readonly body?: unknown;
  /** Holds what the service answered against the contract. Absent: it is taken as it comes. */
  readonly checkAnswer?: Validate;
}

type Part<O, K extends 'params' | 'query' | 'body'> = O extends { readonly [P in K]: infer S extends TSchema } ? { readonly [P in K]: Static<S> } : unknown;

export type RequestOf<O> = Part<O, 'params'> & Part<O, 'query'> & Part<O, 'body'>;
export type AnswerOf<O> = O extends { readonly answer: infer S extends TSchema } ? Static<S> : never;

export interface CallOptions {
  /** Sent as `x-correlation-id`. */
  readonly correlationId?: string;
  readonly signal?: AbortSignal;
}

/** The client of a contract: one method an operation. Throws `RegError` for whatever is not a 2xx answer. */
export type ClientOf<C extends Contract> = {
  readonly [K in keyof C['operations']]: (request: RequestOf<C['operations'][K]>, options?: CallOptions) => Promise<AnswerOf<C['operations'][K]>>;
};

interface PagedRequest {
  readonly query: { readonly after?: string | number };
}

/**
 * A list's pages, one after the other, each asked for once the one before is done with. The request's `query` says where to
 * begin and how many a page holds. Throws what the operation throws.
 */
export async function* pagesOf<Request extends PagedRequest, Page extends { readonly next: Request['query']['after'] | null }>(
  list: (request: Request, options?: CallOptions) => Promise<Page>,
  request: Request,
  options?: CallOptions,
): AsyncGenerator<Page, void> {
  for (let asked = request; ; ) {
    const page = await list(asked, options);
    yield page;
    if (page.next === null) return;
    asked = { ...request, query: { ...request.query, after: page.next } };
  }
}

export interface CallContext {
  readonly caller: Caller;
  readonly correlationId: string;
  /** W3C's `traceparent` for what the operation sends, where somebody records its trace. */
  readonly traceparent?: string | undefined;
}

/** The rules behind a contract: one function an operation. */
export type HandlersOf<C extends Contract> = {
  readonly [K in keyof C['operations']]: (request: RequestOf<C['operations'][K]>, context: CallContext) => Promise<AnswerOf<C['operations'][K]>>;
};

/** Where a service is served, and where its client looks, on one server: what comes before `/v1`. */
export const servicePath = ({ service }: Pick<Contract, 'service'>): string => (service === 'operator' ? '/operator' : `/services/${service}`);
