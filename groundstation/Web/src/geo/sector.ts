import { destination } from './geodesic';
import type { Position } from './position';

const StepDegrees = 3;

/**
 * What a sensor covers on the ground, as closed rings, outer first: a sector between its two ranges, or, when it looks all round,
 * a disc with a hole where it is blind.
 */
export function sector(
  centre: Position,
  azimuthStartDegrees: number,
  azimuthWidthDegrees: number,
  rangeMinMeters: number,
  rangeMaxMeters: number,
): Position[][] {
  if (azimuthWidthDegrees >= 360) {
    const outer = arc(centre, 0, 360, rangeMaxMeters);
    return rangeMinMeters > 0 ? [outer, arc(centre, 0, 360, rangeMinMeters).reverse()] : [outer];
  }
  const far = arc(centre, azimuthStartDegrees, azimuthWidthDegrees, rangeMaxMeters);
  const near = rangeMinMeters > 0 ? arc(centre, azimuthStartDegrees, azimuthWidthDegrees, rangeMinMeters).reverse() : [centre];
  return [[...near, ...far, near[0] as Position]];
}

function arc(centre: Position, startDegrees: number, widthDegrees: number, rangeMeters: number): Position[] {
  const steps = Math.max(1, Math.ceil(widthDegrees / StepDegrees));
  return Array.from({ length: steps + 1 }, (_, i) => destination(centre, startDegrees + (widthDegrees * i) / steps, rangeMeters));
}
