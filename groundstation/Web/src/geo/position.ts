/** [longitude, latitude] in degrees, the order of GeoJSON (RFC 7946). A longitude may be beyond ±180 where a line goes on. */
export type Position = [number, number];

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;
export const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** The longitude in [-180, 180). */
export function wrapLongitude(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}
