import type { Position } from './position';

const StepDegrees = 10;
/** Meridians end here, but for every ninth: near the poles they would run into one. */
const TopDegrees = 80;
const VertexDegrees = 2;

/** Meridians and parallels every ten degrees. */
export function graticule(): Position[][] {
  const lines: Position[][] = [];
  for (let longitude = -180; longitude < 180; longitude += StepDegrees) {
    const top = longitude % 90 === 0 ? 90 : TopDegrees;
    lines.push(range(-top, top).map((latitude) => [longitude, latitude]));
  }
  for (let latitude = -TopDegrees; latitude <= TopDegrees; latitude += StepDegrees) {
    lines.push(range(-180, 180).map((longitude) => [longitude, latitude]));
  }
  return lines;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.round((to - from) / VertexDegrees) + 1 }, (_, i) => from + i * VertexDegrees);
}
