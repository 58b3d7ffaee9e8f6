import { expect, test } from 'vitest';
import { MaxTrailPoints, TrailStore } from '../../src/data/trailStore';
import type { TrailPointView } from '../../src/data/views';
import { Some } from '../some';

const time = (seconds: number): string => new Date(Date.parse('2026-03-12T09:00:00Z') + seconds * 1000).toISOString();
const point = (seconds: number, longitudeDegrees: number): TrailPointView => ({ time: time(seconds), latitudeDegrees: 70, longitudeDegrees, heightMeters: 0 });
const picture = (seconds: number, longitudeDegrees: number, ids = ['T1']) =>
  Some.picture({ time: time(seconds), tracks: ids.map((id) => Some.track({ id, longitudeDegrees })) });
const longitudes = (store: TrailStore, id = 'T1'): number[] | undefined => store.trails.get(id)?.map((p) => p.longitudeDegrees);

test('a trail is loaded, then grows with each picture', () => {
  const store = new TrailStore();
  store.load([{ id: 'T1', points: [point(0, 1), point(1, 2)] }]);
  store.extend(picture(2, 3));
  store.extend(picture(3, 4));
  expect(longitudes(store)).toEqual([1, 2, 3, 4]);
});

test('loading again keeps what pictures brought since', () => {
  const store = new TrailStore();
  store.extend(picture(1, 2));
  store.extend(picture(5, 6));
  store.load([{ id: 'T1', points: [point(0, 1), point(1, 2), point(2, 3)] }]);
  expect(longitudes(store)).toEqual([1, 2, 3, 6]);
});

test('a track that stands still adds nothing', () => {
  const store = new TrailStore();
  store.extend(picture(1, 2));
  store.extend(picture(2, 2));
  expect(longitudes(store)).toEqual([2]);
});

test('a track that ended is forgotten', () => {
  const store = new TrailStore();
  store.extend(picture(1, 2, ['T1', 'T2']));
  store.extend(picture(2, 3, ['T2']));
  expect([...store.trails.keys()]).toEqual(['T2']);
});

test('when the clock goes back, all trails end', () => {
  const store = new TrailStore();
  store.extend(picture(100, 2));
  store.extend(picture(0, 50));
  expect(longitudes(store)).toEqual([50]);
});

test('a trail keeps its first point, its last and its limit', () => {
  const store = new TrailStore();
  for (let i = 0; i < 3000; i++) {
    store.extend(picture(i, i / 100));
    expect(store.pointCount).toBeLessThanOrEqual(MaxTrailPoints);
  }
  const kept = longitudes(store) ?? [];
  expect(kept[0]).toBe(0);
  expect(kept.at(-1)).toBe(29.99);
  expect(kept).toEqual([...kept].sort((a, b) => a - b));
});
