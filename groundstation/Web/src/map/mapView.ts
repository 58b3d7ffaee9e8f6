import { LngLat, type Map as MapLibreMap } from 'maplibre-gl';
import type { LayerSettingsStore } from '../data/layerSettings';
import type { Selected, Selection } from '../data/selection';
import type { Session } from '../data/session';
import type { Position } from '../geo/position';
import { AutoFit } from './autoFit';
import { createMap } from './createMap';
import { placesOfAnnouncement } from './features/announcements';
import { placeOfNode } from './features/nodes';
import { placeOf } from './features/tracks';
import { impactPlace, launchPlace } from './features/warnings';
import { boundsOf, placesOf, type Bounds } from './fit';
import { selectByClick } from './mapClicks';
import { MapPicture } from './mapPicture';

const ClosestZoom = 7;
const PaddingPixels = 56;
const ReportMilliseconds = 500;
const BehindMeters = 100_000;

/** The map as the rest of the page uses it. */
export class MapView {
  readonly #map: MapLibreMap;
  readonly #card: HTMLElement;
  readonly #session: Session;
  readonly #autoFit = new AutoFit();

  /** @param card What lies over the map's right side when something is selected. */
  private constructor(map: MapLibreMap, card: HTMLElement, session: Session) {
    this.#map = map;
    this.#card = card;
    this.#session = session;
  }

  static async open(
    container: HTMLElement,
    card: HTMLElement,
    session: Session,
    selection: Selection,
    settings: LayerSettingsStore,
  ): Promise<MapView> {
    const map = await createMap(container);
    const view = new MapView(map, card, session);
    selectByClick(map, selection);
    new MapPicture(map, session, selection, settings);
    session.pictures.picture.subscribe(() => view.#follow());
    // Only what a person does carries an event of the browser.
    map.on('movestart', (event) => {
      if (event.originalEvent !== undefined) {
        view.#autoFit.turn(false);
      }
    });
    selection.selected.subscribe((selected) => view.#uncover(selected));
    view.#reportWhatIsDrawn(container);
    return view;
  }

  /** Shows all that there is, and keeps it in view until the map is moved by hand. */
  fit(): void {
    this.#autoFit.turn(true);
    this.#follow();
  }

  /** Brings what is named into view. */
  show(selected: Selected): void {
    this.#autoFit.turn(false);
    this.#fitTo(boundsOf(this.#placesOf(selected)));
  }

  get isGlobe(): boolean {
    return this.#map.getProjection().type === 'globe';
  }

  setGlobe(globe: boolean): void {
    this.#map.setProjection({ type: globe ? 'globe' : 'mercator' });
  }

  #follow(): void {
    const picture = this.#session.pictures.picture.value;
    this.#fitTo(this.#autoFit.next(picture === null ? null : boundsOf(placesOf(picture))));
  }

  #fitTo(bounds: Bounds | null): void {
    if (bounds !== null) {
      const padding = { top: PaddingPixels, bottom: PaddingPixels, left: PaddingPixels, right: PaddingPixels + this.#coveredPixels() };
      this.#map.fitBounds(bounds, { padding, maxZoom: ClosestZoom });
    }
  }

  /** Moves the map if what was selected lies beyond its edge or under the card. */
  #uncover(selected: Selected): void {
    const place = this.#placesOf(selected).at(-1);
    if (place === undefined) {
      return;
    }
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const { x, y } = this.#map.project(place);
    // What lies behind the globe comes back from the screen as the place before it.
    const isBehind = this.#map.unproject([x, y]).distanceTo(LngLat.convert(place)) > BehindMeters;
    const right = clientWidth - this.#coveredPixels();
    if (x < 0 || y < 0 || x > right || y > clientHeight || isBehind) {
      this.#autoFit.turn(false);
      this.#map.easeTo({ center: place, offset: [(right - clientWidth) / 2, 0] });
    }
  }

  /** How much of the map's right the card covers; nothing on a telephone, where it lies over the lists. */
  #coveredPixels(): number {
    const map = this.#map.getContainer().getBoundingClientRect();
    const card = this.#card.getBoundingClientRect();
    return card.width === 0 || card.width > map.width / 2 ? 0 : map.right - card.left;
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
    } else if (selected?.kind === 'announcement') {
      const announcement = pictures.announcement(selected.id);
      places.push(...(announcement === undefined ? [] : placesOfAnnouncement(announcement)));
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

  /** For whoever cannot see pixels (a test): how many tracks the map has really drawn. */
  #reportWhatIsDrawn(container: HTMLElement): void {
    window.setInterval(() => {
      const ids = new Set(this.#map.queryRenderedFeatures({ layers: ['tracks'] }).map((feature) => String(feature.properties['id'])));
      container.dataset['tracksDrawn'] = String(ids.size);
    }, ReportMilliseconds);
  }
}
