import type { Bounds } from './fit';

/** Room on each side, as a part of the extent: what moves does not change the view at once. */
const Margin = 0.12;
/** Degrees; a lone node is shown with the land about it. */
const LeastExtent = 4;

/** Keeps all that there is in view, until a person takes the map in hand. */
export class AutoFit {
  #isOn = true;
  #shown: Bounds | null = null;

  turn(on: boolean): void {
    this.#isOn = on;
    this.#shown = null;
  }

  /** The box to show next, or null if the view is to stay as it is. */
  next(bounds: Bounds | null): Bounds | null {
    if (!this.#isOn || bounds === null || (this.#shown !== null && holds(this.#shown, bounds))) {
      return null;
    }
    this.#shown = widened(bounds);
    return this.#shown;
  }
}

const holds = (outer: Bounds, inner: Bounds): boolean =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

function widened([west, south, east, north]: Bounds): Bounds {
  const roomX = Math.max((east - west) * Margin, (2 * LeastExtent - (east - west)) / 2);
  const roomY = Math.max((north - south) * Margin, (LeastExtent - (north - south)) / 2);
  return [west - roomX, Math.max(-85, south - roomY), east + roomX, Math.min(85, north + roomY)];
}
