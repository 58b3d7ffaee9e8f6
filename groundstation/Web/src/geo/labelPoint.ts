import { unwrap } from './antimeridian';
import { radians, wrapLongitude, type Position } from './position';

/** Where to write an area's name: the centroid of its largest polygon. Its size orders names by importance; it is no area in any unit. */
export function labelPoint(polygons: readonly Position[][][]): { place: Position; size: number } | null {
  let best: { place: Position; size: number } | null = null;
  for (const [outer] of polygons) {
    const found = outer === undefined ? null : centroid(unwrap(outer));
    if (found !== null && found.size > (best?.size ?? 0)) {
      best = found;
    }
  }
  return best;
}

/** The centroid of a ring by the shoelace formula, in degrees with longitudes shrunk by the cosine of the latitude. */
function centroid(ring: readonly Position[]): { place: Position; size: number } | null {
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const a = ring[i] as Position;
    const b = ring[i + 1] as Position;
    const cross = a[0] * b[1] - b[0] * a[1];
    twice += cross;
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  }
  if (twice === 0) {
    return null;
  }
  const latitude = y / (3 * twice);
  return { place: [wrapLongitude(x / (3 * twice)), latitude], size: Math.abs(twice / 2) * Math.cos(radians(latitude)) };
}
