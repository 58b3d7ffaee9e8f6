import { describe, expect, test } from 'vitest';
import { formatAzimuth, formatPlace } from '../../src/format/angle';
import { formatBytes, formatClimb, formatCount, formatLength, formatProbability, formatSpeed } from '../../src/format/quantity';
import { formatAge, formatCountdown, formatDate, formatDuration, formatSigma, formatTime } from '../../src/format/time';

/** Numbers and units are kept together by a no-break space. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test.each([
  [0, '0 m'],
  [-0.2, '0 m'],
  [340.4, '340 m'],
  [999.6, '1.0 km'],
  [10_668, '10.7 km'],
  [99_960, '100 km'],
  [1_250_000, '1,250 km'],
])('%d m reads %s', (meters, text) => expect(plain(formatLength(meters))).toBe(text));

test.each([
  [512, '512 bytes'],
  [84_000, '82 KB'],
  [4_300_000, '4.1 MB'],
])('%d bytes read %s', (bytes, text) => expect(plain(formatBytes(bytes))).toBe(text));

test.each([
  [231.4, '231 m/s'],
  [999.6, '1.00 km/s'],
  [7_612, '7.61 km/s'],
])('%d m/s reads %s', (speed, text) => expect(plain(formatSpeed(speed))).toBe(text));

test.each([
  [0.2, '0 m/s'],
  [12, '+12 m/s'],
  [-1_200, '−1.20 km/s'],
])('climbing %d m/s reads %s', (climb, text) => expect(plain(formatClimb(climb))).toBe(text));

test('a probability below one never reads 100 %', () => {
  expect([0, 0.853, 0.9999, 1].map((p) => plain(formatProbability(p)))).toEqual(['0 %', '85 %', '99 %', '100 %']);
});

test('azimuths have three digits and wrap', () => {
  expect([7, 359.6, -90, 450].map(formatAzimuth)).toEqual(['007°', '000°', '270°', '090°']);
});

test('a place names its hemispheres', () => {
  expect(formatPlace(69.2941, 16.0208)).toBe('69.294° N, 016.021° E');
  expect(formatPlace(-4.2, -104.5)).toBe('04.200° S, 104.500° W');
});

test('counts have groups of three', () => expect(formatCount(1_234_567)).toBe('1,234,567'));

describe('time', () => {
  const at = Date.parse('2026-03-12T09:41:07.900Z');

  test('is UTC and says so', () => {
    expect(formatTime(at)).toBe('09:41:07Z');
    expect(formatDate(at)).toBe('2026-03-12');
  });

  test('that is none is shown as unknown', () => expect(formatTime(Number.NaN)).toBe('–'));

  test.each([
    [0.9, '0:00'],
    [65, '1:05'],
    [605.9, '10:05'],
    [3_723, '1:02:03'],
  ])('%d s last %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));

  test('counts down, then says how long ago', () => {
    expect([245.2, 0, -0.5, -32].map(formatCountdown)).toEqual(['4:05', '0:00', '0:00 ago', '0:32 ago']);
  });

  test('has a sigma to the tenth while it is small', () => {
    expect([0.04, 0.36, 9.96, 14.2].map(formatSigma).map(plain)).toEqual(['0.0 s', '0.4 s', '10 s', '14 s']);
  });

  test.each([
    [-3, '0 s'],
    [14.2, '14 s'],
    [99.6, '2 min'],
    [7_200, '2 h'],
    [200_000, '2 d'],
  ])('%d s ago reads %s', (seconds, text) => expect(plain(formatAge(seconds))).toBe(text));
});
