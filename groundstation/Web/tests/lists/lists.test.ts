// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PictureHandlers } from '../../src/data/pictureSource';
import { Selection } from '../../src/data/selection';
import { Session } from '../../src/data/session';
import { impactCaption, impactCountdown } from '../../src/lists/countdown';
import { nodeList } from '../../src/lists/nodeList';
import { trackList } from '../../src/lists/trackList';
import { warningList } from '../../src/lists/warningList';
import { alarmBanner, alarmWords } from '../../src/panels/alarmBanner';
import { detailCard } from '../../src/panels/card/detailCard';
import { exerciseBanner, exerciseWords } from '../../src/panels/exerciseBanner';
import { linkBanner } from '../../src/panels/linkBanner';
import { Some } from '../some';

const page = readFileSync('index.html', 'utf8').replace(/<script.*<\/script>/, '');
let handlers: PictureHandlers;
let session: Session;
let selection: Selection;
let local = 0;

const rows = (testId: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`[data-testid="${testId}"]`)];
const byTestId = (testId: string): HTMLElement => rows(testId)[0] as HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  document.documentElement.innerHTML = page;
  local = 0;
  session = new Session({ start: (given) => { handlers = given; }, stop: () => undefined }, () => local);
  selection = new Selection();
});

afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

describe('the track list', () => {
  test('has a row and a symbol for each track, warned ones first', () => {
    trackList(session, selection);
    handlers.picture(Some.picture({ tracks: [Some.track({ id: 'T10' }), Some.track({ id: 'T9' }), Some.track({ id: 'T11', warningId: 1 })] }), true);
    expect(rows('track-symbol').map((symbol) => symbol.dataset['trackId'])).toEqual(['T11', 'T9', 'T10']);
    expect(rows('track-row')).toHaveLength(3);
  });

  test('keeps its rows from picture to picture, so that focus stays', () => {
    trackList(session, selection);
    handlers.picture(Some.picture({ tracks: [Some.track()] }), true);
    const row = byTestId('track-row');
    row.focus();
    handlers.picture(Some.picture({ revision: 2, tracks: [Some.track({ id: 'T0' }), Some.track({ heightMeters: 20_000 })] }), false);
    expect(document.activeElement).toBe(row);
    expect(row.textContent).toContain('20.0\u00a0km');
  });

  test('shows text from the network as text', () => {
    trackList(session, selection);
    handlers.picture(Some.picture({ tracks: [Some.track({ id: '<img src=x onerror=alert(1)>' })] }), true);
    expect(byTestId('track-row').querySelectorAll('img')).toHaveLength(1);
    expect(byTestId('track-row').textContent).toContain('<img src=x');
  });

  test('goes with the selection, whoever made it', () => {
    trackList(session, selection);
    handlers.picture(Some.picture({ tracks: [Some.track({ warningId: 1 })], warnings: [Some.warning()] }), true);
    selection.select({ kind: 'warning', id: 1 });
    expect(byTestId('track-row').getAttribute('aria-pressed')).toBe('true');
    byTestId('track-row').click();
    expect(selection.selected.value).toEqual({ kind: 'track', id: 'T1' });
  });

  test('is walked with the arrow keys', () => {
    trackList(session, selection);
    handlers.picture(Some.picture({ tracks: ['T1', 'T2', 'T3'].map((id) => Some.track({ id })) }), true);
    const press = (key: string) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    rows('track-row')[0]?.focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(rows('track-row')[1]);
    press('End');
    press('ArrowDown');
    expect(document.activeElement).toBe(rows('track-row')[2]);
  });
});

describe('the warning list', () => {
  test('counts down between pictures at the speed of the exercise', () => {
    warningList(session, selection);
    const exercise = { name: 'X', description: '', state: 'running' as const, mark: '', told: [], elapsedSeconds: 0, rate: 10 };
    handlers.picture(Some.picture({ exercise, warnings: [Some.warning({ impact: Some.impact() })] }), true);
    expect(byTestId('time-to-impact').textContent).toBe('9:00');
    local = 3_000;
    vi.advanceTimersByTime(200);
    expect(byTestId('time-to-impact').textContent).toBe('8:30');
  });

  test('puts the soonest impact first and what is over last', () => {
    warningList(session, selection);
    const later = Some.impact({ time: '2026-03-12T10:30:00.000Z' });
    handlers.picture(
      Some.picture({
        warnings: [Some.warning({ id: 1, state: 'over' }), Some.warning({ id: 2 }), Some.warning({ id: 3, impact: later }), Some.warning({ id: 4, impact: Some.impact() })],
      }),
      true,
    );
    expect(rows('warning-row').map((row) => row.dataset['warningId'])).toEqual(['4', '3', '2', '1']);
  });

  test('says what is not to come down, and since when what did', () => {
    const words = (given: Parameters<typeof Some.warning>[0], now = 0) => [impactCaption(Some.warning(given), now), impactCountdown(Some.warning(given), now)];
    expect(words({ reachesOrbit: true })).toEqual(['No impact', 'Orbit']);
    expect(words({})).toEqual(['Impact in', '–']);
    expect(words({ state: 'cancelled' })).toEqual(['', '']);
    expect(words({ impact: Some.impact() }, Date.parse('2026-03-12T09:50:32Z'))).toEqual(['Impact since', '0:32']);
  });
});

test('the node list has state and age', () => {
  nodeList(session, selection);
  handlers.picture(Some.picture({ nodes: [Some.node({ state: 'silent', ageSeconds: 14 }), Some.node({ id: 'new', ageSeconds: null })] }), true);
  expect(rows('node-row').map((row) => row.dataset['state'])).toEqual(['silent', 'online']);
  expect(byTestId('node-row').textContent).toContain('Silent');
  expect(byTestId('node-row').textContent).toContain('14\u00a0s');
  expect(rows('node-row')[1]?.textContent).toContain('never');
});

describe('the card', () => {
  test('opens with the selection and closes when its track is gone', () => {
    detailCard(session, selection, () => undefined, () => undefined);
    handlers.picture(Some.picture({ tracks: [Some.track()] }), true);
    selection.select({ kind: 'track', id: 'T1' });
    expect(byTestId('detail-card').hidden).toBe(false);
    expect(byTestId('detail-card').textContent).toContain('Track T1');
    handlers.picture(Some.picture({ revision: 2 }), false);
    expect(byTestId('detail-card').hidden).toBe(true);
    expect(selection.selected.value).toBeNull();
  });

  test('of a node shows what its board says of itself, and only that', () => {
    detailCard(session, selection, () => undefined, () => undefined);
    const board = {
      bootReason: 'crash', cause: 'OutOfMemoryException in scan', safeMode: true, uptimeSeconds: 30, reconnects: 2, freeHeapBytes: 84_000,
      largestBlockBytes: null, signalDbm: null, clock: 'set', clockSigmaSeconds: 0.012, driftPpm: -12.5,
    };
    handlers.picture(Some.picture({ nodes: [Some.node({ boot: 3, board })] }), true);
    selection.select({ kind: 'node', id: Some.node().id });
    const text = byTestId('detail-card').textContent.replaceAll('\u00a0', ' ');
    for (const words of ['3, by crash', 'OutOfMemoryException in scan', 'does not scan', 'set, ± 12 ms, drifts -12.5 ppm', '82 KB free']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('Signal');
  });
});

describe('banners', () => {
  test('an exercise is called one, with its name, time and speed', () => {
    exerciseBanner(session);
    expect(byTestId('exercise-banner').hidden).toBe(true);
    handlers.picture(Some.picture({ exercise: { name: 'Cold Lantern', description: '', state: 'running', mark: '', told: [], elapsedSeconds: 60, rate: 5 } }), true);
    local = 1_000;
    vi.advanceTimersByTime(200);
    expect(byTestId('exercise-banner').hidden).toBe(false);
    for (const words of ['Exercise', 'Cold Lantern', '1:05 elapsed', '5× speed']) {
      expect(byTestId('exercise-banner').textContent).toContain(words);
    }
  });

  test('an exercise that is paused or has ended says so', () => {
    const exercise = { name: 'X', description: '', mark: '', told: [], elapsedSeconds: 65, rate: 5 };
    expect(exerciseWords({ ...exercise, state: 'paused' }, 0)).toBe('1:05 elapsed · paused');
    expect(exerciseWords({ ...exercise, state: 'ended' }, 0)).toBe('ended after 1:05');
    expect(exerciseWords({ ...exercise, state: 'running', rate: 1 }, 0)).toBe('1:05 elapsed · real time');
  });

  test('a new warning is noticed in the page and in the title until acknowledged', () => {
    alarmBanner(session, (selected) => selection.select(selected));
    handlers.picture(Some.picture({ warnings: [Some.warning()] }), true);
    expect(byTestId('new-warning').hidden).toBe(false);
    expect(document.title).toBe('(1) W1 probable, medium range · JointWatch');
    document.getElementById('alarm-show')?.click();
    expect(byTestId('new-warning').hidden).toBe(true);
    expect(document.title).toBe('JointWatch');
    expect(selection.selected.value).toEqual({ kind: 'warning', id: 1 });
  });

  test('many new warnings are not all named', () => {
    expect(alarmWords([1, 2, 3, 4].map((id) => Some.warning({ id, state: 'suspected', class: 'unknown' })))).toBe(
      'W1 suspected, unknown; W2 suspected, unknown; and 2 more',
    );
  });

  test('a lost connection is said with the age of what is shown', () => {
    linkBanner(session);
    handlers.picture(Some.picture(), true);
    handlers.link('connected');
    expect(byTestId('connection-lost').hidden).toBe(true);
    handlers.link('lost');
    expect(byTestId('connection-lost').hidden).toBe(false);
    expect(byTestId('connection-lost').textContent).toContain('09:41:00Z');
  });
});
