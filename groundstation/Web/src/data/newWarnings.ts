import type { WarningState, WarningView } from './views';

const Rank: Record<WarningState, number> = { suspected: 1, probable: 2, confirmed: 3, over: 0, cancelled: 0, expired: 0 };

export function isActive(warning: WarningView): boolean {
  return Rank[warning.state] > 0;
}

/** The warnings that nobody at this page has looked at yet: those that are new, and those that have become more certain since. */
export class NewWarnings {
  readonly #seenRank = new Map<number, number>();

  unseen(warnings: readonly WarningView[]): WarningView[] {
    return warnings.filter((warning) => Rank[warning.state] > (this.#seenRank.get(warning.id) ?? 0));
  }

  acknowledge(warnings: readonly WarningView[]): void {
    for (const warning of warnings) {
      this.#seenRank.set(warning.id, Rank[warning.state]);
    }
  }

  /** Another station run or exercise numbers its warnings from 1 again. */
  clear(): void {
    this.#seenRank.clear();
  }
}
