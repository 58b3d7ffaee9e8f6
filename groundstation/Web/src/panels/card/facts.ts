export type Fact = readonly [name: string, value: string];

/** What happened at a time, and why. */
export interface HistoryEntry {
  key: string;
  time: string;
  title: string;
  words: string;
}

/** A card is a heading and a list of facts, perhaps with how likely some readings are, with a history, and something to do. */
export interface Card {
  title: string;
  subtitle: string;
  facts: readonly Fact[];
  /** What stands out above the facts. */
  notice?: { tone: 'announced' | 'departed' | 'ambiguous' | 'fault'; words: string } | undefined;
  /** Probabilities, 0 to 1. */
  shares?: readonly { name: string; share: number }[];
  history?: readonly HistoryEntry[];
  /** The announcement that waits to be acknowledged. */
  acknowledge?: string | undefined;
}
