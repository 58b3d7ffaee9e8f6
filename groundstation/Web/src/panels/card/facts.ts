/** A card is a heading and a list of facts. */
export interface Card {
  title: string;
  subtitle: string;
  facts: readonly (readonly [name: string, value: string])[];
}
