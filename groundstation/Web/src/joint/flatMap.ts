import atlasUrl from 'world-atlas/countries-50m.json?url';
import { toBasemap } from '../map/basemap';
import type { Position } from '../geo/position';

export interface Box {
  south: number;
  north: number;
  west: number;
  east: number;
}

const Width = 600;
const Height = 400;
const MetersPerDegree = 111_320;

/** A small flat map: equirectangular about the middle of what it shows, so that shapes are right there. */
export class FlatMap {
  readonly root: SVGSVGElement;
  readonly #scale: number;
  readonly #middle: Position;
  readonly #shrink: number;

  constructor(box: Box, label: string) {
    this.#middle = [(box.west + box.east) / 2, (box.south + box.north) / 2];
    this.#shrink = Math.max(0.05, Math.cos((this.#middle[1] * Math.PI) / 180));
    this.#scale = Math.min(Width / ((box.east - box.west) * this.#shrink), Height / (box.north - box.south));
    this.root = svg('svg', { viewBox: `0 0 ${Width} ${Height}`, class: 'flat-map', role: 'img', 'aria-label': label });
  }

  add(tag: 'path' | 'circle' | 'line' | 'text', attributes: Readonly<Record<string, string>>, text = ''): void {
    const made = svg(tag, attributes);
    made.textContent = text;
    this.root.append(made);
  }

  point(longitude: number, latitude: number): [number, number] {
    const turn = ((((longitude - this.#middle[0] + 180) % 360) + 360) % 360) - 180;
    return [Width / 2 + turn * this.#shrink * this.#scale, Height / 2 - (latitude - this.#middle[1]) * this.#scale];
  }

  pixels(meters: number): number {
    return (meters / MetersPerDegree) * this.#scale;
  }

  path(line: readonly Position[]): string {
    return line.map(([longitude, latitude], i) => `${i === 0 ? 'M' : 'L'}${this.point(longitude, latitude).map((n) => n.toFixed(1)).join(' ')}`).join('');
  }

  /** Whether any of a line lies near the map: most of the world's coast does not. */
  isNear(line: readonly Position[]): boolean {
    return line.some(([longitude, latitude]) => {
      const [x, y] = this.point(longitude, latitude);
      return x > -Width && x < 2 * Width && y > -Height && y < 2 * Height;
    });
  }
}

let coast: Promise<Position[][]> | null = null;

/** The coast and borders of Natural Earth, from the page's own files. */
export function loadCoast(): Promise<Position[][]> {
  coast ??= fetch(atlasUrl)
    .then((response) => response.json())
    .then((atlas) => {
      const base = toBasemap(atlas as Parameters<typeof toBasemap>[0]);
      return [...base.coast, ...base.borders].flatMap((f) => (f.geometry.type === 'MultiLineString' ? (f.geometry.coordinates as Position[][]) : f.geometry.type === 'LineString' ? [f.geometry.coordinates as Position[]] : []));
    });
  return coast;
}

function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string>>): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  return made;
}
