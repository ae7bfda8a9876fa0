/** One metric with all its values, as Prometheus reads them (Prometheus documentation, "Exposition formats"). */
export interface Family {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  /** A histogram's samples end in `_bucket`, `_sum` and `_count`. */
  readonly suffix?: '_bucket' | '_sum' | '_count';
  readonly value: number;
}

/** The text format in version 0.0.4, which every release of Prometheus reads. */
export const PROMETHEUS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export const prometheusText = (families: readonly Family[]): string => families.map(familyText).join('');

const familyText = ({ name, type, help, samples }: Family): string => {
  const lines = samples.map(({ labels, suffix = '', value }) => `${name}${suffix}${labelsText(labels)} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
};

const labelsText = (labels: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};

const escaped = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

/** A histogram's samples: `buckets` counts up to each bound of the same place, and above the last. */
export const histogramSamples = (
  labels: Readonly<Record<string, string>>,
  bounds: readonly number[],
  { buckets, sum, count }: { readonly buckets: readonly number[]; readonly sum: number; readonly count: number },
): readonly Sample[] => {
  let below = 0;
  const upTo = bounds.map((bound, place): Sample => {
    below += buckets[place] ?? 0;
    return { labels: { ...labels, le: String(bound) }, suffix: '_bucket', value: below };
  });
  return [
    ...upTo,
    { labels: { ...labels, le: '+Inf' }, suffix: '_bucket', value: count },
    { labels, suffix: '_sum', value: sum },
    { labels, suffix: '_count', value: count },
  ];
};
