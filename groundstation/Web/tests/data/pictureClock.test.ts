import { expect, test } from 'vitest';
import { PictureClock } from '../../src/data/pictureClock';
import type { ExerciseState } from '../../src/data/views';

const start = Date.parse('2026-03-12T09:41:00.000Z');

const picture = (seconds: number, rate: number | null = null, state: ExerciseState = 'running') => ({
  time: new Date(start + seconds * 1000).toISOString(),
  exercise: rate === null ? null : { name: 'X', description: '', state, mark: '', told: [], elapsedSeconds: seconds, rate },
});

const secondsAt = (clock: PictureClock, local: number): number => (clock.now(local) - start) / 1000;

test('runs on between pictures', () => {
  const clock = new PictureClock();
  clock.follow(picture(0), 1000);
  expect(secondsAt(clock, 1000)).toBe(0);
  expect(secondsAt(clock, 1750)).toBe(0.75);
});

test('runs at the speed of the exercise', () => {
  const clock = new PictureClock();
  clock.follow(picture(0, 10), 0);
  expect(secondsAt(clock, 500)).toBe(5);
});

test.each<ExerciseState>(['paused', 'ended'])('stands still while the exercise is %s', (state) => {
  const clock = new PictureClock();
  clock.follow(picture(30, 10, state), 0);
  expect(secondsAt(clock, 60_000)).toBe(30);
});

test('goes no step backwards when pictures come unevenly', () => {
  const clock = new PictureClock();
  let before = Number.NEGATIVE_INFINITY;
  // Pictures made every 250 ms that took between 0 and 200 ms to arrive.
  for (const [made, late] of [[0, 200], [250, 20], [500, 180], [750, 0], [1000, 200], [1250, 60]] as const) {
    clock.follow(picture(made / 1000), made + late);
    for (let local = made + late; local < made + 250; local += 10) {
      const now = clock.now(local);
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
  }
  expect(secondsAt(clock, 1310)).toBeGreaterThan(1.1);
  expect(secondsAt(clock, 1310)).toBeLessThan(1.45);
});

test('comes back to the station clock from a small error', () => {
  const clock = new PictureClock();
  clock.follow(picture(0), 0);
  for (let i = 1; i <= 20; i++) {
    clock.follow(picture(i * 0.25 + 1), i * 250);
  }
  expect(secondsAt(clock, 5000)).toBeCloseTo(6, 1);
});

test('jumps where the station jumped, backwards too', () => {
  const clock = new PictureClock();
  clock.follow(picture(600), 0);
  expect(secondsAt(clock, 10)).toBeCloseTo(600.01);
  clock.follow(picture(0), 20);
  expect(secondsAt(clock, 20)).toBe(0);
});

test('is not led astray by a time that is none', () => {
  const clock = new PictureClock();
  expect(clock.isSet).toBe(false);
  clock.follow(picture(5), 0);
  clock.follow({ time: 'nonsense', exercise: null }, 100);
  expect(clock.isSet).toBe(true);
  expect(secondsAt(clock, 1000)).toBe(6);
});
