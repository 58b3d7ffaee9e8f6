import { expect, test } from 'vitest';
import { destination } from '../../src/geo/geodesic';

const dms = (degrees: number, minutes: number, seconds: number): number => degrees + minutes / 60 + seconds / 3600;

test('Flinders Peak to Buninyong ends where the GDA technical manual says', () => {
  // Intergovernmental Committee on Surveying and Mapping, GDA94 Technical Manual 2.4, chapter 4: Vincenty's formulae, worked example (GRS80).
  const from: [number, number] = [dms(144, 25, 29.5244), -dms(37, 57, 3.7203)];
  const [longitude, latitude] = destination(from, dms(306, 52, 5.37), 54_972.271);
  expect(latitude).toBeCloseTo(-dms(37, 39, 10.1561), 7);
  expect(longitude).toBeCloseTo(dms(143, 55, 35.3839), 7);
});

test('New York to Singapore, past the pole, ends where GeographicLib says', () => {
  // The example in the manual of GeodSolve (GeographicLib): 40:38:23N 073:46:44W to 01:21:33N 103:59:22E is 003:18:29.9, 15347628 m.
  const [longitude, latitude] = destination([-dms(73, 46, 44), dms(40, 38, 23)], dms(3, 18, 29.9), 15_347_628);
  expect(latitude).toBeCloseTo(dms(1, 21, 33), 4);
  expect(((longitude % 360) + 360) % 360).toBeCloseTo(dms(103, 59, 22), 4);
});

test('a quarter of the meridian leads from the equator to the pole', () => {
  // Length of the WGS-84 quarter meridian, 10 001 965.729 m: Wikipedia, Meridian arc, from the series of Helmert.
  expect(destination([20, 0], 0, 10_001_965.729)[1]).toBeCloseTo(90, 6);
});

test('going east across the antimeridian, the longitude goes on beyond 180', () => {
  // Along the equator, an arc of one degree is a pi / 180 = 111 319.491 m.
  const [longitude, latitude] = destination([179.5, 0], 90, 111_319.491);
  expect(longitude).toBeCloseTo(180.5, 6);
  expect(latitude).toBeCloseTo(0, 9);
});

test('no distance is no way', () => {
  expect(destination([16, 69], 123, 0)).toEqual([16, expect.closeTo(69, 12)]);
});
