import type { Selection } from '../data/selection';
import type { Session } from '../data/session';
import type { AnnouncementView } from '../data/views';
import { moveWithArrowKeys } from '../dom/arrowKeys';
import { byId, element, setAttribute, setHidden, setText } from '../dom/element';
import { KeyedList } from '../dom/keyedList';
import { stateWords, windowCountdown } from '../format/announcement';
import { formatCount } from '../format/quantity';
import { capitalise } from '../format/text';
import { formatTime } from '../format/time';

const TickMilliseconds = 200;

interface AnnouncementRow {
  root: HTMLElement;
  button: HTMLButtonElement;
  name: HTMLElement;
  type: HTMLElement;
  state: HTMLElement;
  seen: HTMLElement;
  caption: HTMLElement;
  countdown: HTMLElement;
  acknowledge: HTMLButtonElement;
}

/** The announced launches: those to come and in force first, each with the time to its window; who has seen it, or that nobody has. */
export function announcementList(session: Session, selection: Selection, acknowledge: (name: string) => void): void {
  const container = byId('announcements');
  const list = new KeyedList<AnnouncementView, AnnouncementRow>(
    container,
    (announcement) => announcement.name,
    (announcement) => createRow(announcement, selection, acknowledge),
    updateRow,
  );
  moveWithArrowKeys(container);

  const tick = (): void => {
    const now = session.now();
    for (const announcement of session.pictures.picture.value?.announcements ?? []) {
      const row = list.row(announcement.name);
      if (row !== undefined) {
        const { caption, time } = windowCountdown(announcement, now);
        setText(row.caption, capitalise(caption));
        setText(row.countdown, time);
      }
    }
  };
  const showSelected = (): void => {
    const selected = selection.selected.value;
    for (const { name } of session.pictures.picture.value?.announcements ?? []) {
      const row = list.row(name);
      if (row !== undefined) {
        setAttribute(row.button, 'aria-pressed', String(selected?.kind === 'announcement' && selected.id === name));
      }
    }
  };
  session.pictures.picture.subscribe((picture) => {
    const announcements = inOrder(picture?.announcements ?? []);
    list.show(announcements);
    const waiting = announcements.filter((announcement) => announcement.acknowledged === null).length;
    setText(byId('announcements-count'), waiting === 0 ? '' : `${formatCount(waiting)} not acknowledged`);
    setAttribute(byId('announcements-count'), 'data-fault', String(announcements.some((announcement) => announcement.isFault)));
    setHidden(byId('announcements-empty'), announcements.length > 0);
    tick();
    showSelected();
  });
  selection.selected.subscribe((selected) => {
    showSelected();
    if (selected?.kind === 'announcement') {
      list.row(selected.id)?.root.scrollIntoView({ block: 'nearest' });
    }
  });
  window.setInterval(tick, TickMilliseconds);
}

const isToCome = (announcement: AnnouncementView): boolean => announcement.state === 'planned' || announcement.state === 'due';

/** As the station orders them, by the beginning of their windows, but first the faults, then those that may yet be flown. */
export function inOrder(announcements: readonly AnnouncementView[]): AnnouncementView[] {
  const rank = (announcement: AnnouncementView): number => (announcement.isFault ? 0 : isToCome(announcement) ? 1 : 2);
  return [...announcements].sort((a, b) => rank(a) - rank(b));
}

/** Who has seen it, and when; that nobody has, where that is a fault in capitals. */
export function acknowledgementWords(announcement: AnnouncementView): string {
  const seen = announcement.acknowledged;
  if (seen !== null) {
    return `acknowledged by ${seen.by}, ${formatTime(Date.parse(seen.at))}`;
  }
  return announcement.isFault ? 'NOT ACKNOWLEDGED' : 'not acknowledged yet';
}

function createRow(announcement: AnnouncementView, selection: Selection, open: (name: string) => void): AnnouncementRow {
  const { name: id } = announcement;
  const name = element('span', { class: 'name' });
  const type = element('span', { class: 'detail' });
  const state = element('span', { class: 'badge' });
  const seen = element('span', { class: 'seen', 'data-testid': 'announcement-acknowledged' });
  const caption = element('span', { class: 'detail' });
  const countdown = element('span', { class: 'countdown', 'data-testid': 'time-to-window' });
  const button = element('button', { type: 'button', class: 'row announcement-row', 'data-testid': 'announcement-row', 'data-announcement': id }, [
    element('span', { class: 'stack' }, [name, element('span', { class: 'line' }, [state, type])]),
    element('span', { class: 'stack stack-end' }, [caption, countdown]),
  ]);
  const acknowledge = element('button', { type: 'button', class: 'acknowledge', 'data-testid': 'acknowledge', 'data-announcement': id }, ['Acknowledge']);
  button.addEventListener('click', () => selection.toggle({ kind: 'announcement', id }));
  acknowledge.addEventListener('click', () => open(id));
  const root = element('li', { class: 'announcement' }, [button, element('div', { class: 'line' }, [seen, acknowledge])]);
  return { root, button, name, type, state, seen, caption, countdown, acknowledge };
}

function updateRow(row: AnnouncementRow, announcement: AnnouncementView): void {
  setText(row.name, announcement.name);
  setText(row.type, announcement.class);
  setText(row.state, capitalise(stateWords(announcement)));
  setText(row.seen, acknowledgementWords(announcement));
  setAttribute(row.root, 'data-state', announcement.state);
  setAttribute(row.root, 'data-fault', String(announcement.isFault));
  setAttribute(row.root, 'data-acknowledged', String(announcement.acknowledged !== null));
  setAttribute(row.acknowledge, 'aria-label', `Acknowledge ${announcement.name}`);
  setHidden(row.acknowledge, announcement.acknowledged !== null);
}
