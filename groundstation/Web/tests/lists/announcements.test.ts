// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PictureHandlers } from '../../src/data/pictureSource';
import { Selection } from '../../src/data/selection';
import { Session } from '../../src/data/session';
import { announcementList, inOrder } from '../../src/lists/announcementList';
import { inFamilies } from '../../src/lists/families';
import { warningList } from '../../src/lists/warningList';
import { acknowledgeDialog } from '../../src/panels/acknowledgeDialog';
import { alarmBanner } from '../../src/panels/alarmBanner';
import { announcementBanner, faultWords } from '../../src/panels/announcementBanner';
import { detailCard } from '../../src/panels/card/detailCard';
import { Some } from '../some';

const page = readFileSync('index.html', 'utf8').replace(/<script.*<\/script>/, '');
let handlers: PictureHandlers;
let session: Session;
let selection: Selection;
let local = 0;

const rows = (testId: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`[data-testid="${testId}"]`)];
const byTestId = (testId: string): HTMLElement => rows(testId)[0] as HTMLElement;
const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
const textOf = (target: HTMLElement): string => target.textContent.replaceAll('\u00a0', ' ');

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

describe('the list of announcements', () => {
  test('counts down to the window between pictures', () => {
    announcementList(session, selection, () => undefined);
    handlers.picture(Some.picture({ announcements: [Some.announcement()] }), true);
    expect(byTestId('time-to-window').textContent).toBe('10:00');
    local = 5_000;
    vi.advanceTimersByTime(200);
    expect(byTestId('time-to-window').textContent).toBe('9:55');
  });

  test('says in capitals what nobody acknowledged in time, and then who has, and when', () => {
    const opened: string[] = [];
    announcementList(session, selection, (name) => opened.push(name));
    handlers.picture(Some.picture({ announcements: [Some.announcement({ isFault: true })] }), true);
    expect(byTestId('announcement-acknowledged').textContent).toBe('NOT ACKNOWLEDGED');
    byTestId('acknowledge').click();
    expect(opened).toEqual(['norway/black-brant-12']);

    const acknowledged = { by: 'Lt. Vik', note: '', at: '2026-03-12T09:41:30.000Z' };
    handlers.picture(Some.picture({ revision: 2, announcements: [Some.announcement({ acknowledged })] }), false);
    expect(byTestId('announcement-acknowledged').textContent).toBe('acknowledged by Lt. Vik, 09:41:30Z');
    expect(byTestId('acknowledge').hidden).toBe(true);
  });

  test('puts faults first, then what may yet be flown', () => {
    const names = inOrder([
      Some.announcement({ name: 'a/flown', state: 'flown' }),
      Some.announcement({ name: 'a/due', state: 'due' }),
      Some.announcement({ name: 'a/late' }),
      Some.announcement({ name: 'a/fault', state: 'not flown', isFault: true }),
    ]).map((announcement) => announcement.name);
    expect(names).toEqual(['a/fault', 'a/due', 'a/late', 'a/flown']);
  });

  test('selects what is clicked, and the card shows it', () => {
    detailCard(session, selection, () => undefined, () => undefined);
    announcementList(session, selection, () => undefined);
    handlers.picture(Some.picture({ announcements: [Some.announcement({ isFault: true, note: 'Northern lights' })] }), true);
    byTestId('announcement-row').click();
    const card = textOf(byTestId('detail-card'));
    for (const words of ['NOT ACKNOWLEDGED', 'Opens in 10:00', '340° to 010°', 'circle of 5.0 km about 69.290° N', 'Northern lights']) {
      expect(card).toContain(words);
    }
  });
});

describe('the fault that nobody has acknowledged', () => {
  test('stands across the page until somebody has', () => {
    announcementBanner(session, () => undefined);
    handlers.picture(Some.picture({ announcements: [Some.announcement({ isFault: true }), Some.announcement({ name: 'a/seen' })] }), true);
    expect(byTestId('not-acknowledged').hidden).toBe(false);
    expect(textOf(byTestId('not-acknowledged'))).toContain('norway/black-brant-12, sounding rocket or short range');
    expect(byId('unacknowledged-window').textContent).toBe('opens in 10:00');
    handlers.picture(Some.picture({ revision: 2, announcements: [Some.announcement()] }), false);
    expect(byTestId('not-acknowledged').hidden).toBe(true);
  });
});

test('of many faults not all are named', () => {
  const faults = ['a/1', 'a/2', 'a/3', 'a/4'].map((name) => Some.announcement({ name, class: 'space launch' }));
  expect(faultWords(faults)).toBe('a/1, space launch; a/2, space launch; and 2 more');
});

describe('the acknowledgement', () => {
  const open = (send: (name: string, by: string, note: string) => Promise<void>, storage: Map<string, string>) => {
    const kept = { getItem: (key: string) => storage.get(key) ?? null, setItem: (key: string, value: string) => void storage.set(key, value) };
    const show = acknowledgeDialog(session, kept, send);
    handlers.picture(Some.picture({ announcements: [Some.announcement()] }), true);
    show('norway/black-brant-12');
  };
  const submit = async (): Promise<void> => {
    byId('acknowledge-form').dispatchEvent(new Event('submit', { cancelable: true }));
    await vi.advanceTimersByTimeAsync(0);
  };

  test('goes to the station with the name of the person, which is kept for the next time', async () => {
    const sent: string[][] = [];
    const storage = new Map<string, string>();
    open((...given) => { sent.push(given); return Promise.resolve(); }, storage);
    expect(textOf(byTestId('acknowledge-dialog'))).toContain('Opens in 10:00');
    (byId('acknowledge-by') as HTMLInputElement).value = ' Lt. Vik ';
    await submit();
    expect(sent).toEqual([['norway/black-brant-12', 'Lt. Vik', '']]);
    expect((byTestId('acknowledge-dialog') as HTMLDialogElement).open).toBe(false);
    expect([...storage.values()]).toEqual(['Lt. Vik']);
  });

  test('that the station refuses stays open and says why', async () => {
    open(() => Promise.reject(new Error('announcements are acknowledged from the station\'s own machine')), new Map());
    (byId('acknowledge-by') as HTMLInputElement).value = 'Vik';
    await submit();
    expect((byTestId('acknowledge-dialog') as HTMLDialogElement).open).toBe(true);
    expect(byId('acknowledge-error').textContent).toBe("Not acknowledged: announcements are acknowledged from the station's own machine.");
  });
});

describe('warnings beside announcements', () => {
  test('that do as was announced are labelled, not counted as in force, and raise no alarm', () => {
    warningList(session, selection);
    alarmBanner(session, () => undefined);
    handlers.picture(Some.picture({ warnings: [Some.warning({ announced: Some.verdict() })] }), true);
    expect(byTestId('warning-announced').textContent).toBe('Announced: norway/black-brant-12');
    expect(byId('warnings-count').textContent).toBe('0 in force, 1 as announced');
    expect(byTestId('new-warning').hidden).toBe(true);
    expect(document.title).toBe('JointWatch');
  });

  test('that depart raise an alarm of their own, with the field and by how much', () => {
    alarmBanner(session, () => undefined);
    const departed = Some.verdict({ label: 'departed', departures: ['azimuth: 312° where 352° ± 10° was announced'] });
    handlers.picture(Some.picture({ warnings: [Some.warning({ announced: departed })] }), true);
    expect(byTestId('new-warning').textContent).toContain('W1 departs from its announcement: azimuth 312° where 352° ± 10° was announced');
  });
});

describe('a family', () => {
  const child = Some.warning({ id: 3, parentId: 1, familyId: 1, state: 'suspected', impact: Some.impact({ time: '2026-03-12T09:45:00.000Z' }) });

  test('stands together, the parent first, where its most pressing member would', () => {
    const others = [Some.warning({ id: 2, impact: Some.impact() }), Some.warning({ id: 4, state: 'over' })];
    expect(inFamilies([...others, child, Some.warning({ id: 1, state: 'over' })]).map((warning) => warning.id)).toEqual([1, 3, 2, 4]);
  });

  test('is told on the card of each member', () => {
    detailCard(session, selection, () => undefined, () => undefined);
    handlers.picture(Some.picture({ warnings: [Some.warning(), child] }), true);
    selection.select({ kind: 'warning', id: 3 });
    expect(textOf(byTestId('detail-card'))).toContain('W1: medium range, probable\nW3, came off W1: medium range, suspected');
  });
});

test('the card of a warning has its classes, burn-out, regions, readings and history', () => {
  detailCard(session, selection, () => undefined, () => undefined);
  const event = (revision: number, state: 'suspected' | 'probable', reason: string) => ({
    revision, time: '2026-03-12T09:40:30.000Z', state, reason, modelVersion: 'launch-warning/2', trackId: 'T1', detections: 9,
    lastDetection: '2026-03-12T09:40:29.000Z', sensors: ['alfa/radar-1', 'alfa/ir-1'],
  });
  const warning = Some.warning({
    launch: Some.launch(),
    impact: Some.impact(),
    announced: Some.verdict({ label: 'ambiguous', announcement: null }),
    classProbabilities: [{ class: 'medium range', probability: 0.82 }, { class: 'intermediate range', probability: 0.18 }, { class: 'space launch', probability: 0.001 }],
    burnout: { time: '2026-03-12T09:41:10.000Z', timeSigmaSeconds: 0.6, heightMeters: 41_000, speedMetersPerSecond: 2_310 },
    apogeeSigmaMeters: 4_000,
    events: [event(1, 'suspected', 'climbs at 300 m/s'), event(2, 'probable', 'climbs at 600 m/s')],
  });
  handlers.picture(Some.picture({ warnings: [warning] }), true);
  selection.select({ kind: 'warning', id: 1 });
  const card = textOf(byTestId('detail-card'));
  // 1.1774 and 2.1460 sigmas: the quantiles of the Rayleigh distribution for 50 and 90 %.
  for (const words of [
    '82 %', '09:41:10Z ± 0.6 s, at 41.0 km, 2.31 km/s', '500 km ± 4.0 km', '10.6 km × 7.1 km, 090°', '19.3 km × 12.9 km, 090°', '58.9 km × 23.5 km, 250°',
    '107 km × 42.9 km, 250°', '272° ± 1.5°', '98 % norway/black-brant-12: azimuth as announced\n2 % not announced',
    'climbs at 600 m/s (T1, 9 detections by 2 sensors, last 09:40:29Z)',
  ]) {
    expect(card).toContain(words);
  }
  expect(card).not.toContain('space launch');
  expect(card.indexOf('climbs at 600 m/s')).toBeLessThan(card.indexOf('climbs at 300 m/s'));
});
