/** What AppSync gives resolver code, as far as ours reads it (AWS AppSync developer guide, "Context object reference"). */
export interface Context {
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly identity: { readonly resolverContext: Readonly<Record<string, string>> | null } | null;
  readonly request: { readonly headers: Readonly<Record<string, string>> };
  readonly stash: { correlationId?: string };
  readonly prev: { readonly result: unknown };
  readonly info: { readonly parentTypeName: string; readonly fieldName: string };
  readonly result: unknown;
  readonly error: { readonly type: string; readonly message: string | undefined } | null;
}
