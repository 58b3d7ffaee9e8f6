import type { Position } from './position';

const StepDegrees = 10;
/** Meridians end here: nearer to the poles they would run into one. */
const TopDegrees = 80;
const VertexDegrees = 2;

/** Meridians and parallels every ten degrees. */
export function graticule(): Position[][] {
  const lines: Position[][] = [];
  for (let longitude = -180; longitude < 180; longitude += StepDegrees) {
    lines.push(range(-TopDegrees, TopDegrees).map((latitude) => [longitude, latitude]));
  }
  for (let latitude = -TopDegrees; latitude <= TopDegrees; latitude += StepDegrees) {
    lines.push(range(-180, 180).map((longitude) => [longitude, latitude]));
  }
  return lines;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.round((to - from) / VertexDegrees) + 1 }, (_, i) => from + i * VertexDegrees);
}
