import { isActive, isAsAnnounced } from '../data/newWarnings';
import type { NodeState, TrackCategory, WarningState, WarningView } from '../data/views';

/** Colours of the map; those that the lists share are in styles/tokens.css under the same names. */
export const Palette = {
  sea: '#0a141f',
  land: '#1f2f3d',
  coast: '#5f7d99',
  border: '#3b5268',
  graticule: '#213343',
  placeName: '#8399ad',
  halo: '#081019',
  label: '#dfe8f0',
  selected: '#7fd0ff',
  detection: '#8fe3c0',
  clutter: '#a9b4bf',
  fieldOfView: '#6fb6e8',
  announced: '#4fd6c6',
} as const;

export const CategoryColour: Record<TrackCategory, string> = {
  air: '#5cc8ff',
  ballistic: '#ff8f66',
  space: '#c8a5ff',
  unknown: '#f2e27a',
};

export type WarningTone = WarningState | 'announced';

export const WarningColour: Record<WarningTone, string> = {
  announced: Palette.announced,
  confirmed: '#ff6b60',
  probable: '#ffa348',
  suspected: '#ffdc5e',
  over: '#9fb0c0',
  cancelled: '#9fb0c0',
  expired: '#9fb0c0',
};

/** While it does as it was announced, a flight is drawn as what was announced is. */
export function warningTone(warning: WarningView): WarningTone {
  return isActive(warning) && isAsAnnounced(warning) ? 'announced' : warning.state;
}

export const NodeColour: Record<NodeState, string> = {
  online: '#4fd18b',
  silent: '#ffb84d',
  offline: '#9fb0c0',
  fault: '#ff6b60',
};

/** Colours of heights, each from its height up. */
export const HeightBands: readonly { fromMeters: number; colour: string; words: string }[] = [
  { fromMeters: Number.NEGATIVE_INFINITY, colour: '#5b8def', words: 'below 10 km' },
  { fromMeters: 10_000, colour: '#3fbfd0', words: '10 to 50 km' },
  { fromMeters: 50_000, colour: '#63d58f', words: '50 to 100 km' },
  { fromMeters: 100_000, colour: '#dbe35a', words: '100 to 300 km' },
  { fromMeters: 300_000, colour: '#ffb04a', words: '300 to 800 km' },
  { fromMeters: 800_000, colour: '#ff7566', words: 'above 800 km' },
];

export function heightBand(heightMeters: number): number {
  return Math.max(0, HeightBands.findLastIndex((band) => heightMeters >= band.fromMeters));
}
