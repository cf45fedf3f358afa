/** A rule somebody states to a reader, and where it was read. */

export interface Source {
  readonly ref: string;
  /** The date the source itself carries ('YYYY', 'YYYY-MM' or 'YYYY-MM-DD'); null: none. */
  readonly dated: string | null;
}

export interface Rule {
  /** `low`: weak or unnamed. The screen then says to ask the police. */
  readonly confidence: 'high' | 'medium' | 'low';
  readonly sources: readonly Source[];
}

/** Every source of these rules, each once, for the page of sources. */
export function sourcesOf(rules: Readonly<Record<string, Rule>>): readonly Source[] {
  const all = Object.values(rules).flatMap(({ sources }) => [...sources]);
  return all.filter((one, at) => all.findIndex(({ ref }) => ref === one.ref) === at);
}
