import { destination } from './geodesic';
import { degrees, radians, type Position } from './position';

const Vertices = 72;

/** How many sigmas hold 90 % of a two-dimensional normal distribution: sqrt(-2 ln(1 - 0.9)), from the Rayleigh distribution of its radius. */
export const NinetyPercentSigmas = Math.sqrt(-2 * Math.log(0.1));
/** The same of 50 %. */
export const FiftyPercentSigmas = Math.sqrt(-2 * Math.log(0.5));

/** A closed ring of places on an ellipse by its half axes; a circle if they are equal. */
export function ellipse(centre: Position, semiMajorMeters: number, semiMinorMeters: number, majorAzimuthDegrees: number): Position[] {
  const ring = Array.from({ length: Vertices }, (_, i): Position => {
    const t = (2 * Math.PI * i) / Vertices;
    const along = semiMajorMeters * Math.cos(t);
    const across = semiMinorMeters * Math.sin(t);
    return destination(centre, majorAzimuthDegrees + degrees(Math.atan2(across, along)), Math.hypot(along, across));
  });
  return [...ring, ring[0] as Position];
}

/** Half the width of an ellipse seen along an azimuth: its extent square to that direction. */
export function halfWidthMeters(semiMajorMeters: number, semiMinorMeters: number, majorAzimuthDegrees: number, alongAzimuthDegrees: number): number {
  const angle = radians(alongAzimuthDegrees - majorAzimuthDegrees);
  return Math.hypot(semiMajorMeters * Math.sin(angle), semiMinorMeters * Math.cos(angle));
}
