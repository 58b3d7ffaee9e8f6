import { describe, expect, test } from 'vitest';
import { DetectionStore, MaxDetections } from '../../src/data/detectionStore';
import { LayerSettingsStore } from '../../src/data/layerSettings';
import { NewWarnings } from '../../src/data/newWarnings';
import { PictureStore } from '../../src/data/pictureStore';
import { retryDelayMilliseconds } from '../../src/data/retryDelay';
import { Selection, type Selected } from '../../src/data/selection';
import type { DetectionView } from '../../src/data/views';
import { Some } from '../some';

describe('the picture store', () => {
  test('finds what the last picture holds', () => {
    const store = new PictureStore();
    store.take(Some.picture({ tracks: [Some.track({ id: 'T7' })], nodes: [Some.node({ id: 'n' })], warnings: [Some.warning({ id: 4 })] }));
    expect(store.track('T7')?.id).toBe('T7');
    expect(store.node('n')?.id).toBe('n');
    expect(store.warning(4)?.id).toBe(4);
    store.take(Some.picture({ revision: 2 }));
    expect(store.track('T7')).toBeUndefined();
  });

  test('has no use for a picture older than the one shown, unless the link is new', () => {
    const store = new PictureStore();
    store.take(Some.picture({ revision: 10 }));
    expect(store.isNews(Some.picture({ revision: 9 }), false)).toBe(false);
    expect(store.isNews(Some.picture({ revision: 10 }), false)).toBe(false);
    expect(store.isNews(Some.picture({ revision: 11 }), false)).toBe(true);
    expect(store.isNews(Some.picture({ revision: 1 }), true)).toBe(true);
  });
});

describe('the detection store', () => {
  const detection = { nodeId: 'n', trackId: null } as unknown as DetectionView;

  test('forgets after ten seconds', () => {
    const store = new DetectionStore();
    store.add([detection], 0);
    store.add([detection], 6_000);
    expect(store.recent(9_999)).toHaveLength(2);
    expect(store.recent(10_000)).toHaveLength(1);
    expect(store.recent(16_000)).toHaveLength(0);
  });

  test('keeps no more than it may', () => {
    const store = new DetectionStore();
    for (let i = 0; i < 5; i++) {
      store.add(Array.from({ length: 2000 }, () => detection), i);
    }
    expect(store.recent(10)).toHaveLength(MaxDetections);
  });
});

describe('warnings that were announced', () => {
  test('are no alarm while they do as was announced, and one when they depart, whatever was seen of them before', () => {
    const news = new NewWarnings();
    const announced = Some.warning({ state: 'confirmed', announced: Some.verdict() });
    expect(news.unseen([announced])).toEqual([]);

    const confirmed = Some.warning({ state: 'confirmed' });
    news.acknowledge([confirmed]);
    const departed = Some.warning({ state: 'suspected', announced: Some.verdict({ label: 'departed' }) });
    expect(news.unseen([departed])).toEqual([departed]);
    news.acknowledge([departed]);
    expect(news.unseen([departed])).toEqual([]);
  });

  test('are an alarm while that is not settled, and where none fits', () => {
    const news = new NewWarnings();
    for (const label of ['ambiguous', 'unannounced'] as const) {
      const warning = Some.warning({ announced: Some.verdict({ label, announcement: null }) });
      expect(news.unseen([warning])).toEqual([warning]);
    }
  });
});

describe('new warnings', () => {
  test('are unseen until acknowledged, and again when they become more certain', () => {
    const news = new NewWarnings();
    const suspected = Some.warning({ state: 'suspected' });
    expect(news.unseen([suspected])).toEqual([suspected]);
    news.acknowledge([suspected]);
    expect(news.unseen([suspected])).toEqual([]);
    const confirmed = Some.warning({ state: 'confirmed' });
    expect(news.unseen([confirmed])).toEqual([confirmed]);
  });

  test('are none that are no longer in force, or became less certain', () => {
    const news = new NewWarnings();
    expect(news.unseen([Some.warning({ state: 'over' }), Some.warning({ id: 2, state: 'cancelled' })])).toEqual([]);
    news.acknowledge([Some.warning({ state: 'confirmed' })]);
    expect(news.unseen([Some.warning({ state: 'probable' })])).toEqual([]);
  });

  test('count from the start in another run', () => {
    const news = new NewWarnings();
    news.acknowledge([Some.warning()]);
    news.clear();
    expect(news.unseen([Some.warning()])).toHaveLength(1);
  });
});

describe('the selection', () => {
  test('is one thing, and choosing it again lets go of it', () => {
    const selection = new Selection();
    const seen: Selected[] = [];
    selection.selected.subscribe((selected) => seen.push(selected));
    selection.toggle({ kind: 'track', id: 'T1' });
    selection.select({ kind: 'track', id: 'T1' });
    selection.toggle({ kind: 'node', id: 'n' });
    selection.toggle({ kind: 'node', id: 'n' });
    expect(seen).toEqual([null, { kind: 'track', id: 'T1' }, { kind: 'node', id: 'n' }, null]);
  });
});

describe('the layer settings', () => {
  const storage = (stored: string | null) => {
    const kept = { value: stored };
    return { kept, getItem: () => kept.value, setItem: (_: string, value: string) => void (kept.value = value) };
  };

  test('last from one visit to the next', () => {
    const browser = storage(null);
    new LayerSettingsStore(browser).change({ graticule: false, trailColour: 'height' });
    const again = new LayerSettingsStore(browser).settings.value;
    expect([again.graticule, again.trailColour, again.trails]).toEqual([false, 'height', true]);
  });

  test.each(['not JSON', '7', '{"trails":"yes","trailColour":"mood","other":true}'])('are the defaults where %s was stored', (stored) => {
    expect(new LayerSettingsStore(storage(stored)).settings.value).toEqual(new LayerSettingsStore(null).settings.value);
  });

  test('work in a browser that refuses to store', () => {
    const refusing = { getItem: () => null, setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } };
    const store = new LayerSettingsStore(refusing);
    store.change({ labels: false });
    expect(store.settings.value.labels).toBe(false);
  });
});

test('tries again after half a second, then twice as long each time up to ten seconds', () => {
  expect([0, 1, 2, 5, 100].map((attempt) => retryDelayMilliseconds(attempt, 0))).toEqual([500, 1000, 2000, 10_000, 10_000]);
  expect(retryDelayMilliseconds(3, 1)).toBe(3000);
});
