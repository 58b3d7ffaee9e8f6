import { Signal } from './signal';

export type Selected =
  | { kind: 'track'; id: string }
  | { kind: 'node'; id: string }
  | { kind: 'announcement'; id: string }
  | { kind: 'warning'; id: number }
  | null;

export function sameSelected(a: Selected, b: Selected): boolean {
  return a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id);
}

/** The one thing selected on the page, on whatever view it was chosen. */
export class Selection {
  readonly selected = new Signal<Selected>(null);

  select(selected: Selected): void {
    if (!sameSelected(selected, this.selected.value)) {
      this.selected.set(selected);
    }
  }

  /** Choosing what is chosen lets go of it. */
  toggle(selected: Selected): void {
    this.selected.set(sameSelected(selected, this.selected.value) ? null : selected);
  }
}
