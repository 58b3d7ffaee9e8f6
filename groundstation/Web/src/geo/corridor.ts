import { destination } from './geodesic';
import { greatCircle, initialAzimuthDegrees } from './greatCircle';
import type { Position } from './position';

const Steps = 48;

/** A closed ring about the great circle between two places, as wide at each end as given and evenly between. */
export function corridor(from: Position, to: Position, fromHalfWidthMeters: number, toHalfWidthMeters: number): Position[] {
  const line = greatCircle(from, to, Steps);
  const left: Position[] = [];
  const right: Position[] = [];
  const last = line.length - 1;
  line.forEach((point, i) => {
    const next = line[i + 1];
    const azimuth = next === undefined ? initialAzimuthDegrees(point, line[i - 1] ?? point) + 180 : initialAzimuthDegrees(point, next);
    const halfWidth = fromHalfWidthMeters + ((toHalfWidthMeters - fromHalfWidthMeters) * i) / last;
    left.push(destination(point, azimuth - 90, halfWidth));
    right.push(destination(point, azimuth + 90, halfWidth));
  });
  const ring = [...left, ...right.reverse()];
  return [...ring, ring[0] as Position];
}
