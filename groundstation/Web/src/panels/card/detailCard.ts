import type { Selected, Selection } from '../../data/selection';
import type { Session } from '../../data/session';
import { byId, element, setAttribute, setHidden, setText } from '../../dom/element';
import { announcementCard } from './announcementCard';
import { factList } from './factList';
import type { Card } from './facts';
import { historyList } from './historyList';
import { nodeCard } from './nodeCard';
import { shareList } from './shareList';
import { trackCard } from './trackCard';
import { warningCard } from './warningCard';

const TickMilliseconds = 250;

/** The facts on what is selected. What has gone from the picture is let go of. */
export function detailCard(session: Session, selection: Selection, show: (selected: Selected) => void, acknowledge: (announcement: string) => void): void {
  const card = byId('card');
  const title = element('h2', { id: 'card-title' });
  const subtitle = element('p', { class: 'card-subtitle' });
  const notice = element('p', { class: 'notice', 'data-testid': 'card-notice' });
  const shares = element('ul', { class: 'shares', 'aria-label': 'Class' });
  const list = element('dl');
  const history = element('ol', { class: 'history' });
  const historySection = element('section', {}, [element('h3', {}, ['History']), history]);
  const zoom = element('button', { type: 'button', title: 'Bring it into view' }, ['Show']);
  const close = element('button', { type: 'button', 'aria-label': 'Close' }, ['✕']);
  const confirm = element('button', { type: 'button', class: 'acknowledge' }, ['Acknowledge']);
  let toAcknowledge: string | undefined;
  zoom.addEventListener('click', () => show(selection.selected.value));
  close.addEventListener('click', () => selection.select(null));
  confirm.addEventListener('click', () => {
    if (toAcknowledge !== undefined) {
      acknowledge(toAcknowledge);
    }
  });
  card.append(element('header', {}, [element('div', { class: 'stack' }, [title, subtitle]), zoom, close]), notice, confirm, shares, list, historySection);
  const [showFacts, showShares, showHistory] = [factList(list), shareList(shares), historyList(history)];

  const draw = (): void => {
    const selected = selection.selected.value;
    const content = selected === null ? null : cardOf(session, selected);
    setHidden(card, content === null);
    if (content === null) {
      if (selected !== null && session.pictures.picture.value !== null) {
        selection.select(null);
      }
      return;
    }
    setText(title, content.title);
    setText(subtitle, content.subtitle);
    setText(notice, content.notice?.words ?? '');
    setAttribute(notice, 'data-tone', content.notice?.tone ?? null);
    setHidden(notice, content.notice === undefined);
    toAcknowledge = content.acknowledge;
    setHidden(confirm, toAcknowledge === undefined);
    showShares(content.shares ?? []);
    setHidden(shares, (content.shares ?? []).length === 0);
    showFacts(content.facts);
    showHistory(content.history ?? []);
    setHidden(historySection, (content.history ?? []).length === 0);
  };
  selection.selected.subscribe(() => {
    draw();
    card.scrollTop = 0;
  });
  session.pictures.picture.subscribe(draw);
  window.setInterval(draw, TickMilliseconds);
}

function cardOf(session: Session, selected: NonNullable<Selected>): Card | null {
  const now = session.now();
  switch (selected.kind) {
    case 'track': {
      const track = session.pictures.track(selected.id);
      return track === undefined ? null : trackCard(track, now);
    }
    case 'node': {
      const node = session.pictures.node(selected.id);
      return node === undefined ? null : nodeCard(node);
    }
    case 'announcement': {
      const announcement = session.pictures.announcement(selected.id);
      return announcement === undefined ? null : announcementCard(announcement, now);
    }
    case 'warning': {
      const warning = session.pictures.warning(selected.id);
      return warning === undefined ? null : warningCard(warning, session.pictures.family(warning), now);
    }
  }
}
