import type { Selection } from '../data/selection';
import type { Session } from '../data/session';
import type { TrackView } from '../data/views';
import { moveWithArrowKeys } from '../dom/arrowKeys';
import { byId, element, setAttribute, setHidden, setText } from '../dom/element';
import { KeyedList } from '../dom/keyedList';
import { formatAzimuth } from '../format/angle';
import { formatCount, formatLength, formatSpeed } from '../format/quantity';
import { milSymbolAddress } from '../map/icons/milSymbol';

const SymbolSize = 15;

interface TrackRow {
  root: HTMLElement;
  button: HTMLButtonElement;
  symbol: HTMLImageElement;
  id: HTMLElement;
  warning: HTMLElement;
  category: HTMLElement;
  height: HTMLElement;
  speed: HTMLElement;
  course: HTMLElement;
}

/** The confirmed tracks; those that a warning is about come first, then in order of their ids. */
export function trackList(session: Session, selection: Selection): void {
  const container = byId('tracks');
  const list = new KeyedList<TrackView, TrackRow>(container, (track) => track.id, (track) => createRow(track, selection), updateRow);
  moveWithArrowKeys(container);

  const showSelected = (): void => {
    const selected = selection.selected.value;
    const trackId = selected?.kind === 'warning' ? session.pictures.warning(selected.id)?.trackId : selected?.kind === 'track' ? selected.id : null;
    for (const track of session.pictures.picture.value?.tracks ?? []) {
      const row = list.row(track.id);
      if (row !== undefined) {
        setAttribute(row.button, 'aria-pressed', String(track.id === trackId));
      }
    }
  };
  session.pictures.picture.subscribe((picture) => {
    const tracks = [...(picture?.tracks ?? [])].sort(inOrder);
    list.show(tracks);
    setText(byId('tracks-count'), tracks.length === 0 ? '' : formatCount(tracks.length));
    setHidden(byId('tracks-empty'), tracks.length > 0);
    showSelected();
  });
  selection.selected.subscribe((selected) => {
    showSelected();
    if (selected?.kind === 'track') {
      list.row(selected.id)?.root.scrollIntoView({ block: 'nearest' });
    }
  });
}

const collator = new Intl.Collator('en', { numeric: true });

export function inOrder(a: TrackView, b: TrackView): number {
  return Number(a.warningId === null) - Number(b.warningId === null) || collator.compare(a.id, b.id);
}

function createRow(track: TrackView, selection: Selection): TrackRow {
  const symbol = element('img', { class: 'symbol', 'data-testid': 'track-symbol', 'data-track-id': track.id });
  const id = element('span', { class: 'name' });
  const warning = element('span', { class: 'detail' });
  const category = element('span', { class: 'detail' });
  const height = element('span', { class: 'number' });
  const speed = element('span', { class: 'number' });
  const course = element('span', { class: 'number' });
  const button = element('button', { type: 'button', class: 'row track-columns', 'data-testid': 'track-row', 'data-track-id': track.id }, [
    symbol,
    element('span', { class: 'stack' }, [element('span', { class: 'line' }, [id, warning]), category]),
    height,
    speed,
    course,
  ]);
  button.addEventListener('click', () => selection.toggle({ kind: 'track', id: track.id }));
  return { root: element('li', {}, [button]), button, symbol, id, warning, category, height, speed, course };
}

function updateRow(row: TrackRow, track: TrackView): void {
  setAttribute(row.symbol, 'src', milSymbolAddress(track.symbol, SymbolSize));
  setAttribute(row.symbol, 'alt', `${track.category} track`);
  setText(row.id, track.id);
  setText(row.warning, track.warningId === null ? '' : `W${track.warningId}`);
  setText(row.category, track.category);
  setText(row.height, formatLength(track.heightMeters));
  setText(row.speed, formatSpeed(track.speedMetersPerSecond));
  setText(row.course, formatAzimuth(track.courseDegrees));
  setAttribute(row.button, 'data-category', track.category);
}
