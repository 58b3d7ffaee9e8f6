import type { Session } from '../data/session';
import { byId, setText } from '../dom/element';
import { formatDate, formatTime } from '../format/time';

const TickMilliseconds = 200;

/** The station's clock in UTC; during an exercise, that of the exercise, and it says so. */
export function clockPanel(session: Session): void {
  window.setInterval(() => {
    if (!session.clock.isSet) {
      return;
    }
    const now = session.now();
    setText(byId('clock-date'), formatDate(now));
    setText(byId('clock-time'), formatTime(now));
    setText(byId('clock-kind'), session.pictures.picture.value?.exercise == null ? 'UTC' : 'Exercise UTC');
  }, TickMilliseconds);
}
