import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LayerSettingsStore } from '../data/layerSettings';
import type { Selected, Selection } from '../data/selection';
import type { Session } from '../data/session';
import type { Position } from '../geo/position';
import { createMap } from './createMap';
import { placeOfNode } from './features/nodes';
import { placeOf } from './features/tracks';
import { impactPlace, launchPlace } from './features/warnings';
import { boundsOf, placesOf } from './fit';
import { selectByClick } from './mapClicks';
import { MapPicture } from './mapPicture';

const ClosestZoom = 7;
const PaddingPixels = 56;
const ReportMilliseconds = 500;

/** The map as the rest of the page uses it. */
export class MapView {
  readonly #map: MapLibreMap;
  readonly #session: Session;

  private constructor(map: MapLibreMap, session: Session) {
    this.#map = map;
    this.#session = session;
  }

  static async open(container: HTMLElement, session: Session, selection: Selection, settings: LayerSettingsStore): Promise<MapView> {
    const map = await createMap(container);
    const view = new MapView(map, session);
    selectByClick(map, selection);
    new MapPicture(map, session, selection, settings);
    view.#fitOnFirstData();
    view.#reportWhatIsDrawn(container);
    return view;
  }

  /** Shows all that there is. */
  fit(animate = true): void {
    const picture = this.#session.pictures.picture.value;
    this.#fitTo(picture === null ? [] : placesOf(picture), animate);
  }

  /** Brings what is named into view. */
  show(selected: Selected): void {
    this.#fitTo(this.#placesOf(selected), true);
  }

  get isGlobe(): boolean {
    return this.#map.getProjection().type === 'globe';
  }

  setGlobe(globe: boolean): void {
    this.#map.setProjection({ type: globe ? 'globe' : 'mercator' });
  }

  #fitTo(places: readonly Position[], animate: boolean): void {
    const bounds = boundsOf(places);
    if (bounds !== null) {
      this.#map.fitBounds(bounds, { padding: PaddingPixels, maxZoom: ClosestZoom, animate });
    }
  }

  #placesOf(selected: Selected): Position[] {
    const { pictures } = this.#session;
    const places: (Position | null)[] = [];
    if (selected?.kind === 'track') {
      const track = pictures.track(selected.id);
      places.push(track === undefined ? null : placeOf(track));
    } else if (selected?.kind === 'node') {
      const node = pictures.node(selected.id);
      places.push(node === undefined ? null : placeOfNode(node));
    } else if (selected?.kind === 'warning') {
      const warning = pictures.warning(selected.id);
      const track = warning === undefined ? undefined : pictures.track(warning.trackId);
      places.push(
        warning === undefined ? null : launchPlace(warning),
        warning === undefined ? null : impactPlace(warning),
        track === undefined ? null : placeOf(track),
      );
    }
    return places.filter((place) => place !== null);
  }

  #fitOnFirstData(): void {
    const stop = this.#session.pictures.picture.subscribe((picture) => {
      if (picture !== null && placesOf(picture).length > 0) {
        this.fit(false);
        queueMicrotask(() => stop());
      }
    });
  }

  /** For whoever cannot see pixels (a test): how many tracks the map has really drawn. */
  #reportWhatIsDrawn(container: HTMLElement): void {
    window.setInterval(() => {
      const ids = new Set(this.#map.queryRenderedFeatures({ layers: ['tracks'] }).map((feature) => String(feature.properties['id'])));
      container.dataset['tracksDrawn'] = String(ids.size);
    }, ReportMilliseconds);
  }
}
