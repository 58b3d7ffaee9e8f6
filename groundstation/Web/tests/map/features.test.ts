import type { MultiLineString, Point } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { SeenDetection } from '../../src/data/detectionStore';
import type { DetectionView } from '../../src/data/views';
import { detectionFeatures } from '../../src/map/features/detections';
import { fieldOfViewFeatures, nodeFeatures } from '../../src/map/features/nodes';
import { leaderFeatures, trackFeatures } from '../../src/map/features/tracks';
import { byHeight, everyNth } from '../../src/map/features/trails';
import { shownWarnings, warningPoints, warningShapes } from '../../src/map/features/warnings';
import { boundsOf, placesOf } from '../../src/map/fit';
import { Some } from '../some';

test('a track is labelled with its id, height and speed', () => {
  const [feature] = trackFeatures([Some.track({ heightMeters: 10_668, speedMetersPerSecond: 231 })], 'T1');
  expect(feature?.properties?.['label']).toBe('T1\n10.7\u00a0km  231\u00a0m/s');
  expect(feature?.properties?.['selected']).toBe(true);
});

test('a leader goes as far as the track moves over ground in a minute', () => {
  // East along the equator: a degree is 111 319.491 m, so 1855.325 m/s make one in 60 s; the climb has no part in it.
  const climb = 2000;
  const track = Some.track({ latitudeDegrees: 0, longitudeDegrees: 0, speedMetersPerSecond: Math.hypot(1855.32485, climb), climbMetersPerSecond: climb });
  const [feature] = leaderFeatures([track]);
  expect((feature?.geometry as MultiLineString).coordinates[0]?.[1]?.[0]).toBeCloseTo(1, 5);
});

test('a trail is cut where it passes a height', () => {
  const point = (heightMeters: number) => ({ time: '', latitudeDegrees: 0, longitudeDegrees: 0, heightMeters });
  const pieces = byHeight([point(100), point(9_000), point(20_000), point(60_000), point(70_000)]);
  expect(pieces.map((piece) => [piece.band, piece.points.length])).toEqual([[0, 3], [1, 2], [2, 2]]);
});

test('a trail drawn coarsely keeps its ends', () => {
  expect(everyNth([0, 1, 2, 3, 4, 5, 6, 7], 3)).toEqual([0, 1, 4, 7]);
  expect(everyNth([0, 1], 9)).toEqual([0, 1]);
});

describe('nodes', () => {
  const view = { azimuthStartDegrees: 0, azimuthWidthDegrees: 90, elevationMinDegrees: 0, elevationMaxDegrees: 60, rangeMinMeters: 0, rangeMaxMeters: 1e5 };
  const placed = Some.node({ fieldOfView: view });
  const unborn = Some.node({ id: 'new', latitudeDegrees: null, longitudeDegrees: null });

  test('before their birth have no place on the map', () => {
    expect(nodeFeatures([placed, unborn], null)).toHaveLength(1);
  });

  test('show their field of view when selected, or all', () => {
    expect(fieldOfViewFeatures([placed, unborn], null, false)).toHaveLength(0);
    expect(fieldOfViewFeatures([placed, unborn], placed.id, false)).toHaveLength(2);
    expect(fieldOfViewFeatures([placed, unborn], null, true)).toHaveLength(2);
  });
});

describe('warnings', () => {
  const launch = Some.launch();

  test('with launch and impact have areas of 50 and 90 % at each end, and a corridor', () => {
    const shapes = warningShapes([Some.warning({ launch, impact: Some.impact() })], null);
    expect(shapes.areas).toHaveLength(5);
    expect(shapes.lines.filter((line) => line.properties?.['kind'] === 'core')).toHaveLength(2);
    expect(shapes.lines.filter((line) => line.properties?.['kind'] === 'path')).toHaveLength(1);
  });

  test('with a launch alone show where it headed', () => {
    const shapes = warningShapes([Some.warning({ launch })], null);
    expect(shapes.areas).toHaveLength(2);
    expect(shapes.lines.filter((line) => line.properties?.['kind'] === 'path')).toHaveLength(1);
  });

  test('count down on the map', () => {
    const now = Date.parse('2026-03-12T09:41:00Z');
    expect(warningPoints([Some.warning({ impact: Some.impact() })], null, now).map((point) => point.properties?.['label'])).toEqual(['W1 impact\n9:00']);
  });

  test('that are over are shown only when selected', () => {
    const over = Some.warning({ id: 2, state: 'over' });
    expect(shownWarnings([Some.warning(), over], null).map((warning) => warning.id)).toEqual([1]);
    expect(shownWarnings([Some.warning(), over], 2).map((warning) => warning.id)).toEqual([1, 2]);
  });
});

describe('detections', () => {
  const detection: DetectionView = {
    nodeId: 'andoya-radar', kind: 'radar', time: '', azimuthDegrees: 90, elevationDegrees: 5,
    rangeMeters: 1, latitudeDegrees: 70, longitudeDegrees: 190, heightMeters: 1, trackId: null,
  };
  const direction: DetectionView = { ...detection, kind: 'infrared', latitudeDegrees: null, longitudeDegrees: null, rangeMeters: null };
  const seen = (view: DetectionView): SeenDetection => ({ detection: view, seenAtMilliseconds: 0 });
  const node = (id: string) => (id === 'andoya-radar' ? Some.node() : undefined);

  test('of a radar are points, of an infra-red sensor lines from its node', () => {
    const { points, bearings } = detectionFeatures([seen(detection), seen(direction)], node, 0);
    expect((points[0]?.geometry as Point).coordinates).toEqual([-170, 70]);
    expect((bearings[0]?.geometry as MultiLineString).coordinates[0]?.[0]).toEqual([16, 69.3]);
  });

  test('fade away in ten seconds', () => {
    const opacityAt = (local: number) => detectionFeatures([seen(detection)], node, local).points[0]?.properties?.['opacity'] as number;
    expect(opacityAt(5_000)).toBeCloseTo(opacityAt(0) / 2);
    expect(opacityAt(10_000)).toBe(0);
  });

  test('of a node not yet known are left out', () => {
    expect(detectionFeatures([seen({ ...direction, nodeId: 'other' })], node, 0).bearings).toEqual([]);
  });
});

describe('fitting the view', () => {
  test('takes in nodes, tracks and warnings', () => {
    const picture = Some.picture({ nodes: [Some.node()], tracks: [Some.track()], warnings: [Some.warning({ impact: Some.impact() })] });
    expect(boundsOf(placesOf(picture))).toEqual([-4, 66, 16, 70]);
  });

  test('goes across the antimeridian rather than round the world', () => {
    expect(boundsOf([[175, 60], [-170, 65]])).toEqual([175, 60, 190, 65]);
  });

  test('has nothing to fit without data', () => expect(boundsOf([])).toBeNull());
});
