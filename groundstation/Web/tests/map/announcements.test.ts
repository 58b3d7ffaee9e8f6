import type { MultiLineString, MultiPolygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { announcementShapes, placesOfAnnouncement, shownAnnouncements } from '../../src/map/features/announcements';
import { warningShapes } from '../../src/map/features/warnings';
import { Palette } from '../../src/map/palette';
import { Some } from '../some';

const now = Date.parse('2026-03-12T09:41:00Z');
const triangle = { latitudeDegrees: 77, longitudeDegrees: 15, radiusMeters: 300_000, polygon: [[76, 5], [76, 25], [79, 15]] as [number, number][] };

describe('an announcement on the map', () => {
  test('has an outline for each area, two announced azimuths, and the countdown beside the launch area', () => {
    const shapes = announcementShapes([Some.announcement({ impactArea: triangle })], null, now);
    expect(shapes.areas).toHaveLength(2);
    expect(shapes.lines).toHaveLength(4);
    expect(shapes.points.map((point) => point.properties?.['label'])).toEqual([
      'norway/black-brant-12\nopens in 10:00',
      'norway/black-brant-12\nannounced impact',
    ]);
  });

  test('runs through the corners of its polygon, and closes', () => {
    const [, impact] = announcementShapes([Some.announcement({ impactArea: triangle })], null, now).areas;
    const ring = (impact?.geometry as MultiPolygon).coordinates[0]?.[0] ?? [];
    for (const corner of [[5, 76], [25, 76], [15, 79]]) {
      expect(ring.some(([x = 0, y = 0]) => Math.hypot(x - (corner[0] ?? 0), y - (corner[1] ?? 0)) < 1e-9)).toBe(true);
    }
    expect(ring[0]).toEqual(ring.at(-1));
  });

  test('draws its azimuths outward from the edge of the launch area', () => {
    const [, north] = announcementShapes([Some.announcement({ azimuth: { fromDegrees: 0, toDegrees: 0 } })], null, now).lines;
    const [from, to] = (north?.geometry as MultiLineString).coordinates[0] ?? [];
    // 5 km are 0.0448 degrees of latitude at 69 degrees north, where a degree is 111.6 km.
    expect((from?.[1] ?? 0) - 69.29).toBeCloseTo(0.0448, 3);
    expect(to?.[1]).toBeGreaterThan(70);
  });

  test('is brought into view with both areas, its launch last', () => {
    const places = placesOfAnnouncement(Some.announcement({ impactArea: triangle }));
    expect(places.at(-1)).toEqual([16.02, 69.29]);
    expect(Math.max(...places.map(([, latitude]) => latitude))).toBeCloseTo(79);
  });
});

test('announcements are shown while they may be flown, while they fly, and when selected', () => {
  const all = [
    Some.announcement({ name: 'a/planned' }),
    Some.announcement({ name: 'a/due', state: 'due' }),
    Some.announcement({ name: 'a/flying', state: 'flown', warningId: 1 }),
    Some.announcement({ name: 'a/flown', state: 'flown', warningId: 2 }),
    Some.announcement({ name: 'a/gone', state: 'cancelled' }),
  ];
  const warnings = [Some.warning({ id: 1 }), Some.warning({ id: 2, state: 'over' })];
  const names = (selected: string | null, toggled: boolean) => shownAnnouncements(all, warnings, selected, toggled).map((announcement) => announcement.name);
  expect(names(null, true)).toEqual(['a/planned', 'a/due', 'a/flying']);
  expect(names('a/gone', true)).toEqual(['a/planned', 'a/due', 'a/flying', 'a/gone']);
  expect(names('a/gone', false)).toEqual(['a/gone']);
});

test('a flight that does as was announced is drawn in the colour of what was announced, and only while it flies', () => {
  const colours = (state: 'confirmed' | 'over') =>
    new Set(warningShapes([Some.warning({ state, launch: Some.launch(), announced: Some.verdict() })], null).lines.map((line) => line.properties?.['colour'] as string));
  expect(colours('confirmed')).toEqual(new Set([Palette.announced]));
  expect(colours('over')).not.toContain(Palette.announced);
});
