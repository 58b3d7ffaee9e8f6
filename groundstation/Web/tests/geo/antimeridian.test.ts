import { readFileSync } from 'node:fs';
import type { MultiLineString, MultiPolygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { cutLine, cutPolygon, unwrap } from '../../src/geo/antimeridian';
import { ellipse } from '../../src/geo/ellipse';
import type { Position } from '../../src/geo/position';
import { toBasemap } from '../../src/map/basemap';

const MeanRadiusMeters = 6_371_008.8;

test('a line is cut as in RFC 7946', () => {
  // RFC 7946, 3.1.9: a line extending from 45 degrees N, 170 degrees E across the antimeridian to 45 degrees N, 170 degrees W.
  const cut = [
    [
      [170, 45],
      [180, 45],
    ],
    [
      [-180, 45],
      [-170, 45],
    ],
  ];
  expect(cutLine([[170, 45], [-170, 45]])).toEqual(cut);
  expect(cutLine([[170, 45], [190, 45]])).toEqual(cut);
});

test('a polygon is cut as in RFC 7946', () => {
  // RFC 7946, 3.1.9: the polygon from 40 degrees N, 170 degrees E across the antimeridian to 50 degrees N, 170 degrees W.
  const ring: Position[] = [[170, 40], [-170, 40], [-170, 50], [170, 50], [170, 40]];
  const [east, west, ...more] = cutPolygon([ring]);
  expect(more).toEqual([]);
  expect(corners(east)).toEqual(new Set(['170,40', '180,40', '180,50', '170,50']));
  expect(corners(west)).toEqual(new Set(['-180,40', '-170,40', '-170,50', '-180,50']));
  expect(east?.[0]?.[0]).toEqual(east?.[0]?.at(-1));
});

test('what does not cross stays as it is', () => {
  const ring: Position[] = [[10, 60], [20, 60], [20, 70], [10, 60]];
  expect(cutPolygon([ring])).toEqual([[ring]]);
  expect(cutLine(ring)).toEqual([ring]);
});

test('a line may cross there and back, and more than once round', () => {
  expect(cutLine([[175, 0], [-175, 10], [175, 20]])).toHaveLength(3);
  expect(cutLine([[-170, 0], [0, 0], [170, 0], [340, 0], [510, 0], [680, 0]])).toHaveLength(3);
});

test('a ring about the pole becomes the cap that it bounds', () => {
  // A circle of 1 000 km about 85 degrees N holds the pole. Area of a spherical cap: 2 pi R² (1 - cos(r / R)).
  const cut = cutPolygon([ellipse([10, 85], 1_000_000, 1_000_000, 0)]);
  expect(cut.flat(2).some(([, latitude]) => latitude === 90)).toBe(true);
  const cap = 2 * Math.PI * MeanRadiusMeters ** 2 * (1 - Math.cos(1_000_000 / MeanRadiusMeters));
  expect(area(cut) / cap).toBeCloseTo(1, 1);
});

test('a hole is cut with its shell', () => {
  const shell: Position[] = [[160, 0], [-160, 0], [-160, 40], [160, 40], [160, 0]];
  const hole: Position[] = [[170, 10], [170, 20], [-170, 20], [-170, 10], [170, 10]];
  const cut = cutPolygon([shell, hole]);
  expect(cut.map((rings) => rings.length)).toEqual([2, 2]);
  expect(area(cut)).toBeCloseTo(area([[shell.map(eastward)]]) - area([[hole.map(eastward)]]), -6);
});

test('a hole where the ring about a pole begins is cut out once', () => {
  const shell = ellipse([10, 85], 1_000_000, 1_000_000, 0);
  const hole = ellipse(shell[0]?.map((x, i) => (i === 1 ? 89 : x)) as Position, 20_000, 20_000, 0);
  expect(area(cutPolygon([shell])) - area(cutPolygon([shell, hole]))).toBeCloseTo(area([[hole]]), -8);
});

test('longitudes go on instead of jumping', () => {
  expect(unwrap([[170, 0], [-170, 1], [-150, 2], [170, 3]])).toEqual([[170, 0], [190, 1], [210, 2], [170, 3]]);
});

describe('the basemap', () => {
  const basemap = toBasemap(JSON.parse(readFileSync('node_modules/world-atlas/countries-50m.json', 'utf8')) as Parameters<typeof toBasemap>[0]);
  const polygons = basemap.land.flatMap((land) => (land.geometry as MultiPolygon).coordinates as Position[][][]);
  const coast = basemap.coast.flatMap((line) => (line.geometry as MultiLineString).coordinates as Position[][]);

  test('has, after cutting, as much land as the Earth', () => {
    // CIA World Factbook: 148.94 million km² of land.
    expect(area(polygons) / 148.94e12).toBeCloseTo(1, 1);
  });

  test('lies within the world and nowhere runs across it', () => {
    const lines = [...polygons.flat(), ...coast];
    expect(Math.max(...lines.map((line) => Math.max(...line.map(([longitude]) => Math.abs(longitude)))))).toBeLessThanOrEqual(180);
    expect(Math.max(...coast.map(longestStep))).toBeLessThan(20);
  });
});

const corners = (rings: Position[][] | undefined): Set<string> => new Set(rings?.[0]?.map(([x, y]) => `${x},${y}`));
const eastward = ([longitude, latitude]: Position): Position => [longitude < 0 ? longitude + 360 : longitude, latitude];
const longestStep = (line: Position[]): number =>
  line.reduce((longest, point, i) => Math.max(longest, Math.abs(point[0] - (line[i - 1] ?? point)[0])), 0);

/** On the sphere, edges straight in longitude and sine of latitude; shells less holes. */
function area(polygons: Position[][][]): number {
  const ringArea = (ring: Position[]): number => {
    let sum = 0;
    for (let i = 0; i + 1 < ring.length; i++) {
      const [lon1, lat1] = ring[i] as Position;
      const [lon2, lat2] = ring[i + 1] as Position;
      sum += ((lon2 - lon1) * Math.PI) / 180 * (Math.sin((lat1 * Math.PI) / 180) + Math.sin((lat2 * Math.PI) / 180)) / 2;
    }
    return Math.abs(sum) * MeanRadiusMeters ** 2;
  };
  return polygons.reduce((sum, [shell, ...holes]) => sum + ringArea(shell ?? []) - holes.reduce((s, hole) => s + ringArea(hole), 0), 0);
}
