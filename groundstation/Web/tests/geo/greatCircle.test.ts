import { expect, test } from 'vitest';
import { greatCircle, initialAzimuthDegrees } from '../../src/geo/greatCircle';
import type { Position } from '../../src/geo/position';

// Los Angeles and New York as in E. Williams, Aviation Formulary V1.47, "Some examples".
const losAngeles: Position = [-(118 + 24 / 60), 33 + 57 / 60];
const newYork: Position = [-(73 + 47 / 60), 40 + 38 / 60];

test('the initial course from Los Angeles to New York is that of the Aviation Formulary', () => {
  expect(initialAzimuthDegrees(losAngeles, newYork)).toBeCloseTo((1.150035 * 180) / Math.PI, 3);
});

test('two fifths of the way from Los Angeles to New York lie where the Aviation Formulary says', () => {
  const [longitude, latitude] = greatCircle(losAngeles, newYork, 5)[2] as Position;
  expect(latitude).toBeCloseTo(38 + 40.167 / 60, 3);
  expect(longitude).toBeCloseTo(-(101 + 37.57 / 60), 3);
});

test('a great circle keeps its ends', () => {
  const line = greatCircle(losAngeles, newYork, 10);
  expect(line).toHaveLength(11);
  expect(line[0]?.[0]).toBeCloseTo(losAngeles[0], 9);
  expect(line[10]?.[1]).toBeCloseTo(newYork[1], 9);
});

test('from a place to itself there is no way to divide', () => {
  expect(greatCircle(newYork, newYork, 10)).toEqual([newYork, newYork]);
});
