import type { Selected, Selection } from '../../data/selection';
import type { Session } from '../../data/session';
import { byId, element, setHidden, setText } from '../../dom/element';
import { KeyedList } from '../../dom/keyedList';
import type { Card } from './facts';
import { nodeCard } from './nodeCard';
import { trackCard } from './trackCard';
import { warningCard } from './warningCard';

const TickMilliseconds = 250;

interface FactRow {
  root: HTMLElement;
  value: HTMLElement;
}

/** The facts on what is selected. What has gone from the picture is let go of. */
export function detailCard(session: Session, selection: Selection, show: (selected: Selected) => void): void {
  const card = byId('card');
  const title = element('h2', { id: 'card-title' });
  const subtitle = element('p', { class: 'card-subtitle' });
  const list = element('dl');
  const zoom = element('button', { type: 'button', title: 'Bring it into view' }, ['Show']);
  const close = element('button', { type: 'button', 'aria-label': 'Close' }, ['✕']);
  zoom.addEventListener('click', () => show(selection.selected.value));
  close.addEventListener('click', () => selection.select(null));
  card.append(element('header', {}, [element('div', { class: 'stack' }, [title, subtitle]), zoom, close]), list);
  const facts = new KeyedList<Card['facts'][number], FactRow>(list, ([name]) => name, createFact, (row, [, value]) => setText(row.value, value));

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
    facts.show(content.facts);
  };
  selection.selected.subscribe(draw);
  session.pictures.picture.subscribe(draw);
  window.setInterval(draw, TickMilliseconds);
}

function createFact([name]: Card['facts'][number]): FactRow {
  const value = element('dd');
  return { root: element('div', {}, [element('dt', {}, [name]), value]), value };
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
    case 'warning': {
      const warning = session.pictures.warning(selected.id);
      return warning === undefined ? null : warningCard(warning, now);
    }
  }
}
