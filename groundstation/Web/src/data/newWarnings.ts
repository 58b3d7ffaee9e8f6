import type { WarningState, WarningView } from './views';

const Rank: Record<WarningState, number> = { suspected: 1, probable: 2, confirmed: 3, over: 0, cancelled: 0, expired: 0 };
/** A departure from what was announced is news whatever was seen of the warning before. */
const DepartedRank = 3;

export function isActive(warning: WarningView): boolean {
  return Rank[warning.state] > 0;
}

/** Whether it is an announced launch that does what was announced: it is shown, but it is no alarm. */
export function isAsAnnounced(warning: WarningView): boolean {
  return warning.announced?.label === 'announced';
}

/** How loudly a warning asks to be looked at; 0: not at all. */
function rank(warning: WarningView): number {
  if (!isActive(warning) || isAsAnnounced(warning)) {
    return 0;
  }
  return Rank[warning.state] + (warning.announced?.label === 'departed' ? DepartedRank : 0);
}

/** The warnings that nobody at this page has looked at yet: those that are new, and those that have become more certain, or have left what was announced, since. */
export class NewWarnings {
  readonly #seenRank = new Map<number, number>();

  unseen(warnings: readonly WarningView[]): WarningView[] {
    return warnings.filter((warning) => rank(warning) > (this.#seenRank.get(warning.id) ?? 0));
  }

  acknowledge(warnings: readonly WarningView[]): void {
    for (const warning of warnings) {
      this.#seenRank.set(warning.id, rank(warning));
    }
  }

  /** Another station run or exercise numbers its warnings from 1 again. */
  clear(): void {
    this.#seenRank.clear();
  }
}
