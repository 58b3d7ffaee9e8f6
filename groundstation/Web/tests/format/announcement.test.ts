import { describe, expect, test } from 'vitest';
import { departureWords, stateWords, verdictWords, windowWords } from '../../src/format/announcement';
import { Some } from '../some';

const at = (time: string): number => Date.parse(`2026-03-12T${time}Z`);
const window = Some.announcement({ from: '2026-03-12T09:51:00.000Z', until: '2026-03-12T10:00:00.000Z' });

describe('the window', () => {
  test('is counted down to its opening, then to its close, and then closed', () => {
    expect(windowWords(window, at('09:38:30'))).toBe('opens in 12:30');
    expect(windowWords({ ...window, state: 'due' }, at('09:55:55'))).toBe('open, closes in 4:05');
    expect(windowWords({ ...window, state: 'not flown' }, at('10:00:01'))).toBe('closed');
  });

  test('of a launch that was flown or cancelled says so', () => {
    expect(windowWords({ ...window, state: 'flown', warningId: 7 }, at('09:55:00'))).toBe('flown as W7');
    expect(windowWords({ ...window, state: 'flown' }, at('09:55:00'))).toBe('flown');
    expect(windowWords({ ...window, state: 'cancelled' }, at('09:55:00'))).toBe('cancelled');
  });

  test('that opens in days is counted in days', () => {
    expect(windowWords({ ...window, from: '2026-04-12T09:51:00.000Z' }, at('09:51:00'))).toBe('opens in 31\u00a0d');
  });
});

test('an open window is in force, and a later revision is a change', () => {
  expect(stateWords(Some.announcement({ state: 'due' }))).toBe('in force');
  expect(stateWords(Some.announcement({ revision: 2 }))).toBe('planned, changed');
  expect(stateWords(Some.announcement({ revision: 2, state: 'cancelled' }))).toBe('cancelled');
});

describe('a warning is told', () => {
  test('as announced with the name of what was announced', () => {
    expect(verdictWords(Some.warning({ announced: Some.verdict() }))).toBe('announced: norway/black-brant-12');
  });

  test('to depart with the field and by how much', () => {
    const departed = Some.verdict({ label: 'departed', departures: ['azimuth: 312° where 352° ± 10° was announced', 'launch time: 3 min after the window'] });
    expect(verdictWords(Some.warning({ announced: departed }))).toBe(
      'departs from its announcement: azimuth 312° where 352° ± 10° was announced; launch time 3 min after the window',
    );
    expect(departureWords(Some.verdict())).toBe('');
  });

  test('to be ambiguous with both readings and their probabilities', () => {
    const readings = [{ announcement: 'norway/black-brant-12', probability: 0.71, fields: [] }, { announcement: null, probability: 0.29, fields: [] }];
    expect(verdictWords(Some.warning({ announced: Some.verdict({ label: 'ambiguous', announcement: null, readings }) }))).toBe(
      '71\u00a0% norway/black-brant-12, 29\u00a0% not announced',
    );
  });

  test('nothing of where no announcement fits', () => {
    expect(verdictWords(Some.warning())).toBe('');
    expect(verdictWords(Some.warning({ announced: Some.verdict({ label: 'unannounced', announcement: null, readings: [] }) }))).toBe('');
  });
});
