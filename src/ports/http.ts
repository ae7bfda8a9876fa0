/** Connections to HTTP servers, kept open between requests. */
export interface HttpConnections {
  /**
   * One request, and its answer as soon as its head is there. No redirect is followed. Rejects where there is no answer,
   * with an error whose `code` says why (`ECONNREFUSED`, `ECONNRESET`, …); so does reading the body of one that breaks off.
   */
  request(request: HttpRequest): Promise<HttpAnswer>;
}

export interface HttpRequest {
  /** `https://services.example` */
  readonly origin: string;
  /** With its query. */
  readonly path: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal | null;
  /** Milliseconds until the answer's head. */
  readonly headersTimeout: number;
  /** Milliseconds between two pieces of its body. */
  readonly bodyTimeout: number;
}

export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: { text(): Promise<string> };
}
