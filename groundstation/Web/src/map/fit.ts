import type { PictureView } from '../data/views';
import { unwrap } from '../geo/antimeridian';
import type { Position } from '../geo/position';
import { placeOfNode } from './features/nodes';
import { placeOf } from './features/tracks';
import { impactPlace, launchPlace, shownWarnings } from './features/warnings';

export type Bounds = [west: number, south: number, east: number, north: number];

/** Every place in the picture that a person would want to see. */
export function placesOf(picture: PictureView): Position[] {
  const places = [
    ...picture.nodes.map(placeOfNode),
    ...picture.tracks.map(placeOf),
    ...shownWarnings(picture.warnings, null).flatMap((warning) => [launchPlace(warning), impactPlace(warning)]),
  ];
  return places.filter((place) => place !== null);
}

/** The box about some places; one across the antimeridian has its east beyond 180. Null if there are none. */
export function boundsOf(places: readonly Position[]): Bounds | null {
  if (places.length === 0) {
    return null;
  }
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of unwrap(places)) {
    bounds[0] = Math.min(bounds[0], longitude);
    bounds[1] = Math.min(bounds[1], latitude);
    bounds[2] = Math.max(bounds[2], longitude);
    bounds[3] = Math.max(bounds[3], latitude);
  }
  return bounds;
}
