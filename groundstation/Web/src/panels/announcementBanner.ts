import type { Session } from '../data/session';
import type { AnnouncementView } from '../data/views';
import { byId, setHidden, setText } from '../dom/element';
import { windowWords } from '../format/announcement';

const TickMilliseconds = 500;
const MaxNamed = 2;

/** Says of announcements that nobody has acknowledged for too long that this is a fault, until somebody does. */
export function announcementBanner(session: Session, acknowledge: (name: string) => void): void {
  let faults: readonly AnnouncementView[] = [];
  // The countdown stands apart from the alert: nobody wants it read out each second.
  const tick = (): void => {
    const [first, ...others] = faults;
    setText(byId('unacknowledged-window'), first === undefined || others.length > 0 ? '' : windowWords(first, session.now()));
  };
  session.pictures.picture.subscribe((picture) => {
    faults = picture?.announcements.filter((announcement) => announcement.isFault) ?? [];
    setHidden(byId('unacknowledged'), faults.length === 0);
    setText(byId('unacknowledged-text'), faultWords(faults));
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

/** norway/black-brant-12, sounding rocket or short range; norway/maxus-9, sounding rocket or short range; and 3 more */
export function faultWords(faults: readonly AnnouncementView[]): string {
  const named = faults.slice(0, MaxNamed).map((fault) => `${fault.name}, ${fault.class}`);
  const more = faults.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
