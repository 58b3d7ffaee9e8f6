import type { Feature } from 'geojson';
import type { TrackView, TrailPointView } from '../../data/views';
import { lineFeature } from '../../geo/features';
import type { Position } from '../../geo/position';
import { CategoryColour, HeightBands, heightBand } from '../palette';

/** Of more points than this in all, only every so many-th of each trail is drawn. */
const MaxDrawnPoints = 12_000;

export function trailFeatures(
  trails: ReadonlyMap<string, readonly TrailPointView[]>,
  tracks: readonly TrackView[],
  colour: 'category' | 'height',
  selectedId: string | null,
): Feature[] {
  let count = 0;
  for (const points of trails.values()) {
    count += points.length;
  }
  const stride = Math.ceil(count / MaxDrawnPoints);
  return tracks.flatMap((track) => {
    const points = everyNth(trails.get(track.id) ?? [], stride);
    const selected = track.id === selectedId;
    if (points.length < 2) {
      return [];
    }
    return colour === 'category'
      ? [lineFeature([points.map(position)], { colour: CategoryColour[track.category], selected })]
      : byHeight(points).map((piece) => lineFeature([piece.points.map(position)], { colour: HeightBands[piece.band]?.colour, selected }));
  });
}

/** Every n-th point counted from the last, and the first. */
export function everyNth<T>(points: readonly T[], n: number): readonly T[] {
  return n <= 1 ? points : points.filter((_, i) => i === 0 || (points.length - 1 - i) % n === 0);
}

/** Cuts a trail where it passes from one height band to the next; the pieces share the point between them. */
export function byHeight(points: readonly TrailPointView[]): { band: number; points: TrailPointView[] }[] {
  const pieces: { band: number; points: TrailPointView[] }[] = [];
  for (const point of points) {
    const band = heightBand(point.heightMeters);
    const piece = pieces.at(-1);
    if (piece === undefined) {
      pieces.push({ band, points: [point] });
      continue;
    }
    piece.points.push(point);
    if (piece.band !== band) {
      pieces.push({ band, points: [point] });
    }
  }
  return pieces.filter((piece) => piece.points.length >= 2);
}

const position = (point: TrailPointView): Position => [point.longitudeDegrees, point.latitudeDegrees];
