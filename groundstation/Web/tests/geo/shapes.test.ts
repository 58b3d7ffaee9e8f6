import { describe, expect, test } from 'vitest';
import { corridor } from '../../src/geo/corridor';
import { ellipse, halfWidthMeters, NinetyPercentSigmas } from '../../src/geo/ellipse';
import { graticule } from '../../src/geo/graticule';
import { labelPoint } from '../../src/geo/labelPoint';
import { wrapLongitude, type Position } from '../../src/geo/position';
import { sector } from '../../src/geo/sector';

const MeanRadiusMeters = 6_371_008.8;

/** Haversine (R. W. Sinnott, Sky and Telescope 68, 1984), independent of the geodesics under test; good to 0.6 % on the ellipsoid. */
function distance([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const [p1, p2] = [(lat1 * Math.PI) / 180, (lat2 * Math.PI) / 180];
  const h = Math.sin((p2 - p1) / 2) ** 2 + Math.cos(p1) * Math.cos(p2) * Math.sin(((lon2 - lon1) * Math.PI) / 360) ** 2;
  return 2 * MeanRadiusMeters * Math.asin(Math.sqrt(h));
}

describe('ellipse', () => {
  test('ninety per cent of a plane normal distribution lie within 2.146 sigma', () => {
    // NIST/SEMATECH e-Handbook 1.3.6.7.4: the chi-square distribution with 2 degrees of freedom has its 0.90 quantile at 4.605.
    expect(NinetyPercentSigmas ** 2).toBeCloseTo(4.605, 3);
  });

  test('reaches its half axes, the larger along its azimuth', () => {
    const centre: Position = [16, 69];
    const ring = ellipse(centre, 60_000, 20_000, 0);
    const distances = ring.map((point) => distance(centre, point));
    expect(Math.max(...distances) / 60_000).toBeCloseTo(1, 2);
    expect(Math.min(...distances) / 20_000).toBeCloseTo(1, 2);
    const northernmost = ring.reduce((a, b) => (b[1] > a[1] ? b : a));
    expect(northernmost[0]).toBeCloseTo(16, 6);
    expect(ring[0]).toEqual(ring.at(-1));
  });

  test('is as wide as its minor axis seen along the major one', () => {
    expect(halfWidthMeters(60_000, 20_000, 250, 250)).toBeCloseTo(20_000, 6);
    expect(halfWidthMeters(60_000, 20_000, 250, 340)).toBeCloseTo(60_000, 6);
    expect(halfWidthMeters(30_000, 30_000, 10, 77)).toBeCloseTo(30_000, 6);
  });
});

describe('sector', () => {
  const centre: Position = [31.1, 70.4];

  test('lies between its ranges and its azimuths', () => {
    const [ring, ...holes] = sector(centre, 45, 90, 20_000, 300_000);
    expect(holes).toEqual([]);
    const distances = (ring ?? []).map((point) => distance(centre, point));
    expect(Math.min(...distances) / 20_000).toBeCloseTo(1, 2);
    expect(Math.max(...distances) / 300_000).toBeCloseTo(1, 2);
    expect((ring ?? []).every((point) => point[0] > centre[0])).toBe(true);
  });

  test('begins at the node if it sees from nought', () => {
    expect(sector(centre, 0, 60, 0, 100_000)[0]?.[0]).toEqual(centre);
  });

  test('all round is a disc with a hole where the node is blind', () => {
    const rings = sector(centre, 0, 360, 5_000, 100_000);
    expect(rings).toHaveLength(2);
    expect(rings.map((ring) => Math.round(distance(centre, ring[0] as Position) / 1000))).toEqual([100, 5]);
    expect(sector(centre, 0, 360, 0, 100_000)).toHaveLength(1);
  });
});

describe('corridor', () => {
  test('is as wide at its ends as asked', () => {
    const ring = corridor([40, 73], [-4, 66], 10_000, 60_000);
    const half = (ring.length - 1) / 2;
    expect(distance(ring[0] as Position, ring[ring.length - 2] as Position) / 20_000).toBeCloseTo(1, 2);
    expect(distance(ring[half - 1] as Position, ring[half] as Position) / 120_000).toBeCloseTo(1, 2);
    expect(ring[0]).toEqual(ring.at(-1));
  });
});

test('the graticule has 36 meridians and 17 parallels', () => {
  expect(graticule()).toHaveLength(36 + 17);
});

test('a name stands in the middle of the largest part', () => {
  const small: Position[] = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]];
  const large: Position[] = [[10, 0], [20, 0], [20, 10], [10, 10], [10, 0]];
  expect(labelPoint([[small], [large]])?.place).toEqual([expect.closeTo(15, 9), expect.closeTo(5, 9)]);
  expect(labelPoint([])).toBeNull();
});

test('longitudes are brought into -180 to 180', () => {
  expect([190, -190, 540, 0].map(wrapLongitude)).toEqual([-170, 170, -180, 0]);
});
