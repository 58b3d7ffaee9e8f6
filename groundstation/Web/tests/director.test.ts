import { describe, expect, it } from 'vitest';
import { clockWords, truthWords, whenWords } from '../src/director/words';

describe('the words of the director’s panel', () => {
  const inject = { name: 'n', words: 'w', note: '', atSeconds: 75.4, isAuto: true, firedAtSeconds: null };

  it('says seconds as minutes and seconds', () => {
    expect([clockWords(0), clockWords(75.9), clockWords(-1), clockWords(3600)]).toEqual(['0:00', '1:15', '0:00', '60:00']);
  });

  it('says when an inject fires, or has', () => {
    expect(whenWords(inject)).toBe('by itself at 1:15');
    expect(whenWords({ ...inject, isAuto: false })).toBe('by hand, meant at 1:15');
    expect(whenWords({ ...inject, atSeconds: null, isAuto: false })).toBe('by hand');
    expect(whenWords({ ...inject, firedAtSeconds: 80 })).toBe('fired at 1:20');
  });

  it('says where an object is, and what becomes of it', () => {
    const o = { name: 'o', kind: 'ballistic', state: 'flies', launchSeconds: 10, impactSeconds: 300, latitudeDegrees: -70.126, longitudeDegrees: 5.2, heightMeters: 12_340, speedMetersPerSecond: 801.4 };
    expect(truthWords(o)).toBe('70.13° S 5.20° E, 12.3 km up, 801 m/s, comes down at 5:00');
    expect(truthWords({ ...o, state: 'waits', latitudeDegrees: null })).toBe('is launched at 0:10');
    expect(truthWords({ ...o, state: 'is down', latitudeDegrees: null })).toBe('is down');
  });
});
