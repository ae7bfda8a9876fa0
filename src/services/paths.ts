/** A route's path has `:name` for its parameters. */
export interface PathRoute {
  readonly method: string;
  readonly path: string;
}

export interface Found<R> {
  readonly route: R;
  /** Decoded. */
  readonly params: Record<string, string>;
}

/** Finds the route of a method and a path, as it was sent; null where there is none. Letters beat a parameter in the same place. */
export const createRouter = <R extends PathRoute>(routes: readonly R[]): ((method: string, path: string) => Found<R> | null) => {
  const known = routes.map((route) => ({ route, steps: route.path.split('/') })).sort((a, b) => compareSteps(a.steps, b.steps));
  return (method, path) => {
    const sent = path.split('/').map(decoded);
    for (const { route, steps } of known) {
      if (route.method !== method) continue;
      const params = match(steps, sent);
      if (params !== null) return { route, params };
    }
    return null;
  };
};

const isParameter = (step: string): boolean => step.startsWith(':');

const compareSteps = (a: readonly string[], b: readonly string[]): number => {
  for (const [index, step] of a.entries()) {
    const order = Number(isParameter(step)) - Number(isParameter(b[index] ?? ''));
    if (order !== 0) return order;
  }
  return 0;
};

const match = (steps: readonly string[], sent: readonly (string | null)[]): Record<string, string> | null => {
  if (steps.length !== sent.length) return null;
  const params: Record<string, string> = {};
  for (const [index, step] of steps.entries()) {
    const given = sent[index];
    if (given === null || given === undefined) return null;
    if (isParameter(step)) params[step.slice(1)] = given;
    else if (step !== given) return null;
  }
  return params;
};

/** Null where it holds half an escape. */
const decoded = (step: string): string | null => {
  if (!step.includes('%')) return step;
  try {
    return decodeURIComponent(step);
  } catch {
    return null;
  }
};
