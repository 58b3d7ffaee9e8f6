import type { Feature } from 'geojson';
import type { TrackView, TrailPointView } from '../../data/views';
import { lineFeature } from '../../geo/features';
import type { Position } from '../../geo/position';
import { CategoryColour, HeightBands, heightBand } from '../palette';

export function trailFeatures(
  trails: ReadonlyMap<string, readonly TrailPointView[]>,
  tracks: readonly TrackView[],
  colour: 'category' | 'height',
  selectedId: string | null,
): Feature[] {
  return tracks.flatMap((track) => {
    const points = trails.get(track.id) ?? [];
    const selected = track.id === selectedId;
    if (points.length < 2) {
      return [];
    }
    return colour === 'category'
      ? [lineFeature([points.map(position)], { colour: CategoryColour[track.category], selected })]
      : byHeight(points).map((piece) => lineFeature([piece.points.map(position)], { colour: HeightBands[piece.band]?.colour, selected }));
  });
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
