import type { Session } from '../data/session';
import { byId, setAttribute, setHidden, setText } from '../dom/element';
import { formatTime } from '../format/time';

const Words = { connecting: 'Connecting…', connected: 'Live', lost: 'Not connected' } as const;

/** Whether what is shown is live. */
export function linkBanner(session: Session): void {
  session.link.subscribe((state) => {
    const link = byId('link');
    setText(link, Words[state]);
    setAttribute(link, 'data-state', state);
    setAttribute(document.body, 'data-link', state);
    const lost = byId('lost');
    setHidden(lost, state !== 'lost');
    const picture = session.pictures.picture.value;
    const shown = picture === null ? 'There is no picture yet.' : `What is shown is of ${formatTime(Date.parse(picture.time))}.`;
    setText(lost, state === 'lost' ? `Connection to the station lost. ${shown} Reconnecting…` : '');
  });
}
