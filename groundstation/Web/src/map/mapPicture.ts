import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LayerSettings, LayerSettingsStore, LayerToggle } from '../data/layerSettings';
import type { Selection } from '../data/selection';
import type { Session } from '../data/session';
import { announcementShapes, shownAnnouncements } from './features/announcements';
import { detectionFeatures } from './features/detections';
import { fieldOfViewFeatures, nodeFeatures } from './features/nodes';
import { ellipseFeatures, leaderFeatures, trackFeatures } from './features/tracks';
import { trailFeatures } from './features/trails';
import { shownWarnings, warningPoints, warningShapes } from './features/warnings';
import { addTrackIcon } from './icons/symbolImages';
import { show } from './sources';

/** Up to so many points the trails are drawn anew with each picture; beyond it once a second. */
const QuickTrailPoints = 4_000;
const SlowTrailMilliseconds = 1000;
const FadeMilliseconds = 500;
/** With more detections than this, they fade in steps of twice as long. */
const QuickDetections = 1_000;
const CountdownMilliseconds = 250;

const LayersOf: Record<Exclude<LayerToggle, 'fieldsOfView' | 'announcements'>, readonly string[]> = {
  trails: ['trails'],
  labels: ['track-labels', 'node-labels', 'warning-labels', 'announcement-labels'],
  warnings: ['warning-areas', 'warning-outlines', 'warning-paths', 'warning-points', 'warning-labels'],
  detections: ['detections', 'bearings'],
  nodes: ['nodes', 'node-ring', 'node-labels'],
  graticule: ['graticule'],
  names: ['names'],
};

/** Draws what the session knows on the map, whenever it changes. */
export class MapPicture {
  readonly #map: MapLibreMap;
  readonly #session: Session;
  readonly #selection: Selection;
  readonly #settings: LayerSettingsStore;
  #trailsAt = Number.NEGATIVE_INFINITY;
  #detectionsAt = Number.NEGATIVE_INFINITY;
  #warningPointsDrawn = '';
  #announcementsDrawn = '';

  constructor(map: MapLibreMap, session: Session, selection: Selection, settings: LayerSettingsStore) {
    this.#map = map;
    this.#session = session;
    this.#selection = selection;
    this.#settings = settings;
    settings.settings.subscribe((now) => {
      this.#setVisibility(now);
      this.#drawAll();
    });
    selection.selected.subscribe(() => this.#drawAll());
    session.pictures.picture.subscribe(() => this.#drawPicture());
    window.setInterval(() => this.#drawDetections(), FadeMilliseconds);
    window.setInterval(() => {
      this.#drawWarningPoints();
      this.#drawAnnouncements();
    }, CountdownMilliseconds);
  }

  #drawAll(): void {
    this.#trailsAt = Number.NEGATIVE_INFINITY;
    this.#drawPicture();
  }

  #drawPicture(): void {
    const picture = this.#session.pictures.picture.value;
    if (picture === null) {
      return;
    }
    const { fieldsOfView } = this.#settings.settings.value;
    const trackId = this.#selectedTrack();
    const nodeId = this.#selected('node');
    for (const track of picture.tracks) {
      addTrackIcon(this.#map, track.symbol);
    }
    show(this.#map, 'tracks', trackFeatures(picture.tracks, trackId));
    show(this.#map, 'leaders', leaderFeatures(picture.tracks));
    show(this.#map, 'ellipse', ellipseFeatures(trackId === null ? undefined : this.#session.pictures.track(trackId)));
    show(this.#map, 'nodes', nodeFeatures(picture.nodes, nodeId));
    show(this.#map, 'fields-of-view', fieldOfViewFeatures(picture.nodes, nodeId, fieldsOfView));
    const shapes = warningShapes(shownWarnings(picture.warnings, this.#selectedWarning()), this.#selectedWarning());
    show(this.#map, 'warning-areas', shapes.areas);
    show(this.#map, 'warning-lines', shapes.lines);
    this.#drawWarningPoints();
    this.#drawAnnouncements();
    this.#drawTrails();
  }

  #drawTrails(): void {
    const { trails } = this.#session;
    const pause = trails.pointCount > QuickTrailPoints ? SlowTrailMilliseconds : 0;
    const now = performance.now();
    const picture = this.#session.pictures.picture.value;
    if (picture === null || now - this.#trailsAt < pause) {
      return;
    }
    this.#trailsAt = now;
    const { trailColour } = this.#settings.settings.value;
    show(this.#map, 'trails', trailFeatures(trails.trails, picture.tracks, trailColour, this.#selectedTrack()));
  }

  #drawWarningPoints(): void {
    const warnings = shownWarnings(this.#session.pictures.picture.value?.warnings ?? [], this.#selectedWarning());
    const points = warningPoints(warnings, this.#selectedWarning(), this.#session.now());
    const drawn = JSON.stringify(points);
    if (drawn !== this.#warningPointsDrawn) {
      this.#warningPointsDrawn = drawn;
      show(this.#map, 'warning-points', points);
    }
  }

  /** Drawn anew only when they changed, or what is written beside them. */
  #drawAnnouncements(): void {
    const picture = this.#session.pictures.picture.value;
    if (picture === null) {
      return;
    }
    const selected = this.#selected('announcement');
    const shown = shownAnnouncements(picture.announcements, picture.warnings, selected, this.#settings.settings.value.announcements);
    const shapes = announcementShapes(shown, selected, this.#session.now());
    const drawn = JSON.stringify(shapes);
    if (drawn !== this.#announcementsDrawn) {
      this.#announcementsDrawn = drawn;
      show(this.#map, 'announcement-areas', shapes.areas);
      show(this.#map, 'announcement-lines', shapes.lines);
      show(this.#map, 'announcement-points', shapes.points);
    }
  }

  #drawDetections(): void {
    if (!this.#settings.settings.value.detections) {
      return;
    }
    const now = performance.now();
    const recent = this.#session.detections.recent(now);
    if (recent.length > QuickDetections && now - this.#detectionsAt < 1.5 * FadeMilliseconds) {
      return;
    }
    this.#detectionsAt = now;
    const features = detectionFeatures(recent, (id) => this.#session.pictures.node(id), now);
    show(this.#map, 'detections', features.points);
    show(this.#map, 'bearings', features.bearings);
  }

  #setVisibility(settings: LayerSettings): void {
    const hidden = new Set(Object.entries(LayersOf).flatMap(([name, ids]) => (settings[name as keyof typeof LayersOf] ? [] : ids)));
    for (const id of new Set(Object.values(LayersOf).flat())) {
      this.#map.setLayoutProperty(id, 'visibility', hidden.has(id) ? 'none' : 'visible');
    }
  }

  #selected(kind: 'track' | 'node' | 'announcement'): string | null {
    const selected = this.#selection.selected.value;
    return selected?.kind === kind ? selected.id : null;
  }

  /** The selected track, or that of the selected warning. */
  #selectedTrack(): string | null {
    const warning = this.#selectedWarning();
    return warning === null ? this.#selected('track') : (this.#session.pictures.warning(warning)?.trackId ?? null);
  }

  #selectedWarning(): number | null {
    const selected = this.#selection.selected.value;
    return selected?.kind === 'warning' ? selected.id : null;
  }
}
