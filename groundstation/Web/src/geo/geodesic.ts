import { degrees, radians, type Position } from './position';

const SemiMajorAxisMeters = 6_378_137;
const Flattening = 1 / 298.257223563;
const SemiMinorAxisMeters = SemiMajorAxisMeters * (1 - Flattening);
const MaxIterations = 50;

/**
 * The place at a distance and initial azimuth along the geodesic on the WGS-84 ellipsoid: the direct formula of T. Vincenty,
 * "Direct and inverse solutions of geodesics on the ellipsoid with application of nested equations", Survey Review XXIII 176, 1975.
 * The longitude goes on beyond ±180 from that of the start.
 */
export function destination([longitude, latitude]: Position, azimuthDegrees: number, distanceMeters: number): Position {
  const sinAzimuth = Math.sin(radians(azimuthDegrees));
  const cosAzimuth = Math.cos(radians(azimuthDegrees));
  const tanU1 = (1 - Flattening) * Math.tan(radians(latitude));
  const cosU1 = 1 / Math.hypot(1, tanU1);
  const sinU1 = tanU1 * cosU1;
  const sigma1 = Math.atan2(tanU1, cosAzimuth);
  const sinAlpha = cosU1 * sinAzimuth;
  const cosSqAlpha = 1 - sinAlpha * sinAlpha;
  const uSq = (cosSqAlpha * (SemiMajorAxisMeters ** 2 - SemiMinorAxisMeters ** 2)) / SemiMinorAxisMeters ** 2;
  const a = 1 + (uSq / 16384) * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)));
  const b = (uSq / 1024) * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)));

  let sigma = distanceMeters / (SemiMinorAxisMeters * a);
  for (let i = 0; i < MaxIterations; i++) {
    const cos2SigmaM = Math.cos(2 * sigma1 + sigma);
    const sin = Math.sin(sigma);
    const cos = Math.cos(sigma);
    const third = (b / 6) * cos2SigmaM * (-3 + 4 * sin * sin) * (-3 + 4 * cos2SigmaM ** 2);
    const correction = b * sin * (cos2SigmaM + (b / 4) * (cos * (-1 + 2 * cos2SigmaM ** 2) - third));
    const next = distanceMeters / (SemiMinorAxisMeters * a) + correction;
    const moved = Math.abs(next - sigma);
    sigma = next;
    if (moved < 1e-12) {
      break;
    }
  }

  const sinSigma = Math.sin(sigma);
  const cosSigma = Math.cos(sigma);
  const cos2SigmaM = Math.cos(2 * sigma1 + sigma);
  const across = sinU1 * sinSigma - cosU1 * cosSigma * cosAzimuth;
  const latitude2 = Math.atan2(sinU1 * cosSigma + cosU1 * sinSigma * cosAzimuth, (1 - Flattening) * Math.hypot(sinAlpha, across));
  const lambda = Math.atan2(sinSigma * sinAzimuth, cosU1 * cosSigma - sinU1 * sinSigma * cosAzimuth);
  const c = (Flattening / 16) * cosSqAlpha * (4 + Flattening * (4 - 3 * cosSqAlpha));
  const nested = sigma + c * sinSigma * (cos2SigmaM + c * cosSigma * (-1 + 2 * cos2SigmaM ** 2));
  return [longitude + degrees(lambda - (1 - c) * Flattening * sinAlpha * nested), degrees(latitude2)];
}
