/** A list whose rows stay the same elements from one picture to the next, so that focus and scroll position stay too. */
export class KeyedList<Item, Row extends { readonly root: HTMLElement }> {
  readonly #rows = new Map<string | number, Row>();
  readonly #container: HTMLElement;
  readonly #key: (item: Item) => string | number;
  readonly #create: (item: Item) => Row;
  readonly #update: (row: Row, item: Item) => void;

  constructor(
    container: HTMLElement,
    key: (item: Item) => string | number,
    create: (item: Item) => Row,
    update: (row: Row, item: Item) => void,
  ) {
    this.#container = container;
    this.#key = key;
    this.#create = create;
    this.#update = update;
  }

  show(items: readonly Item[]): void {
    const keys = new Set(items.map(this.#key));
    for (const [key, row] of this.#rows) {
      if (!keys.has(key)) {
        row.root.remove();
        this.#rows.delete(key);
      }
    }
    items.forEach((item, index) => {
      const key = this.#key(item);
      let row = this.#rows.get(key);
      if (row === undefined) {
        row = this.#create(item);
        this.#rows.set(key, row);
      }
      this.#update(row, item);
      const there = this.#container.children[index];
      if (there !== row.root) {
        this.#container.insertBefore(row.root, there ?? null);
      }
    });
  }

  row(key: string | number): Row | undefined {
    return this.#rows.get(key);
  }
}
