import { expect, test } from 'vitest';
import { AutoFit } from '../../src/map/autoFit';

test('shows the first data with room about it', () => {
  expect(new AutoFit().next([0, 60, 20, 70])).toEqual([-2.4, 58.8, 22.4, 71.2]);
});

test('a lone node is not shown from too near', () => {
  expect(new AutoFit().next([16, 69, 16, 69])).toEqual([12, 67, 20, 71]);
});

test('the view stays while all is in it, and widens when something leaves', () => {
  const fit = new AutoFit();
  fit.next([0, 60, 20, 70]);
  expect(fit.next([0, 60, 21, 71])).toBeNull();
  expect(fit.next([0, 60, 25, 70])).not.toBeNull();
});

test('leaves the map alone once a person has moved it, until asked again', () => {
  const fit = new AutoFit();
  fit.turn(false);
  expect(fit.next([0, 60, 20, 70])).toBeNull();
  fit.turn(true);
  expect(fit.next([0, 60, 20, 70])).not.toBeNull();
});

test('has nothing to show without data', () => expect(new AutoFit().next(null)).toBeNull());
