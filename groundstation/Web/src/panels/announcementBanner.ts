import type { Session } from '../data/session';
import type { AnnouncementView } from '../data/views';
import { byId, setHidden, setText } from '../dom/element';
import { windowWords } from '../format/announcement';

const TickMilliseconds = 500;
const MaxNamed = 2;

/** Says of announcements that nobody has acknowledged for too long that this is a fault, until somebody does. */
export function announcementBanner(session: Session, acknowledge: (name: string) => void): void {
  let faults: readonly AnnouncementView[] = [];
  const tick = (): void => setText(byId('unacknowledged-text'), faults.length === 0 ? '' : faultWords(faults, session.now()));
  session.pictures.picture.subscribe((picture) => {
    faults = picture?.announcements.filter((announcement) => announcement.isFault) ?? [];
    setHidden(byId('unacknowledged'), faults.length === 0);
    tick();
  });
  byId('unacknowledged-acknowledge').addEventListener('click', () => {
    const first = faults[0];
    if (first !== undefined) {
      acknowledge(first.name);
    }
  });
  window.setInterval(tick, TickMilliseconds);
}

/** norway/black-brant-12 (sounding rocket or short range, open, closes in 4:05) */
export function faultWords(faults: readonly AnnouncementView[], now: number): string {
  const named = faults.slice(0, MaxNamed).map((fault) => `${fault.name} (${fault.class}, ${windowWords(fault, now)})`);
  const more = faults.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
