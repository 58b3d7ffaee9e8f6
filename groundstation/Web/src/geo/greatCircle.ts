import { degrees, radians, type Position } from './position';

/**
 * Points along the great circle between two places, ends included, on the sphere: for lines on a map, where the ellipsoid
 * would show as less than a line's width. Slerp of the two unit vectors.
 */
export function greatCircle(from: Position, to: Position, steps: number): Position[] {
  const a = unit(from);
  const b = unit(to);
  const angle = Math.atan2(Math.hypot(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]), dot(a, b));
  if (angle < 1e-9) {
    return [from, to];
  }
  return Array.from({ length: steps + 1 }, (_, i) => {
    const weightA = Math.sin((1 - i / steps) * angle);
    const weightB = Math.sin((i / steps) * angle);
    const [x, y, z] = [0, 1, 2].map((k) => weightA * (a[k] ?? 0) + weightB * (b[k] ?? 0)) as Vector;
    return [degrees(Math.atan2(y, x)), degrees(Math.atan2(z, Math.hypot(x, y)))];
  });
}

/** The initial azimuth of the great circle from one place to another, degrees clockwise from true north, 0 to 360. */
export function initialAzimuthDegrees(from: Position, to: Position): number {
  const lat1 = radians(from[1]);
  const lat2 = radians(to[1]);
  const dLon = radians(to[0] - from[0]);
  const y = Math.sin(dLon) * Math.cos(lat2);
  const x = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dLon);
  return (degrees(Math.atan2(y, x)) + 360) % 360;
}

type Vector = [number, number, number];

function unit([longitude, latitude]: Position): Vector {
  const cosLat = Math.cos(radians(latitude));
  return [cosLat * Math.cos(radians(longitude)), cosLat * Math.sin(radians(longitude)), Math.sin(radians(latitude))];
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
