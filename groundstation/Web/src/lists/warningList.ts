import { isActive } from '../data/newWarnings';
import type { Selection } from '../data/selection';
import type { Session } from '../data/session';
import type { WarningView } from '../data/views';
import { moveWithArrowKeys } from '../dom/arrowKeys';
import { byId, element, setAttribute, setHidden, setText } from '../dom/element';
import { KeyedList } from '../dom/keyedList';
import { formatCount, formatProbability } from '../format/quantity';
import { capitalise } from '../format/text';
import { impactCaption, impactCountdown } from './countdown';

const TickMilliseconds = 200;

interface WarningRow {
  root: HTMLElement;
  button: HTMLButtonElement;
  title: HTMLElement;
  state: HTMLElement;
  facts: HTMLElement;
  caption: HTMLElement;
  countdown: HTMLElement;
}

/** The warnings: those in force first, the soonest impact on top; then the others, newest first. */
export function warningList(session: Session, selection: Selection): void {
  const container = byId('warnings');
  const list = new KeyedList<WarningView, WarningRow>(container, (warning) => warning.id, (warning) => createRow(warning, selection), updateRow);
  moveWithArrowKeys(container);

  const tick = (): void => {
    const now = session.now();
    for (const warning of session.pictures.picture.value?.warnings ?? []) {
      const row = list.row(warning.id);
      if (row !== undefined) {
        setText(row.countdown, impactCountdown(warning, now));
        setText(row.caption, impactCaption(warning, now));
      }
    }
  };
  const showSelected = (): void => {
    const selected = selection.selected.value;
    for (const warning of session.pictures.picture.value?.warnings ?? []) {
      const chosen = selected?.kind === 'warning' ? selected.id === warning.id : selected?.kind === 'track' && selected.id === warning.trackId;
      const row = list.row(warning.id);
      if (row !== undefined) {
        setAttribute(row.button, 'aria-pressed', String(chosen));
      }
    }
  };
  session.pictures.picture.subscribe((picture) => {
    const warnings = [...(picture?.warnings ?? [])].sort(inOrder);
    const active = warnings.filter(isActive).length;
    list.show(warnings);
    setText(byId('warnings-count'), warnings.length === 0 ? '' : `${formatCount(active)} in force`);
    setHidden(byId('warnings-empty'), warnings.length > 0);
    tick();
    showSelected();
  });
  selection.selected.subscribe((selected) => {
    showSelected();
    if (selected?.kind === 'warning') {
      list.row(selected.id)?.root.scrollIntoView({ block: 'nearest' });
    }
  });
  window.setInterval(tick, TickMilliseconds);
}

export function inOrder(a: WarningView, b: WarningView): number {
  if (isActive(a) !== isActive(b)) {
    return isActive(a) ? -1 : 1;
  }
  return isActive(a) ? impactTime(a) - impactTime(b) || a.id - b.id : b.id - a.id;
}

const impactTime = (warning: WarningView): number => (warning.impact === null ? Number.MAX_VALUE : Date.parse(warning.impact.time));

function createRow(warning: WarningView, selection: Selection): WarningRow {
  const title = element('span', { class: 'name' });
  const state = element('span', { class: 'badge' });
  const facts = element('span', { class: 'detail' });
  const caption = element('span', { class: 'detail' });
  const countdown = element('span', { class: 'countdown', 'data-testid': 'time-to-impact' });
  const button = element('button', { type: 'button', class: 'row warning-row', 'data-testid': 'warning-row', 'data-warning-id': String(warning.id) }, [
    element('span', { class: 'stack' }, [title, element('span', { class: 'line' }, [state, facts])]),
    element('span', { class: 'stack stack-end' }, [caption, countdown]),
  ]);
  button.addEventListener('click', () => selection.toggle({ kind: 'warning', id: warning.id }));
  return { root: element('li', {}, [button]), button, title, state, facts, caption, countdown };
}

function updateRow(row: WarningRow, warning: WarningView): void {
  setText(row.title, `W${warning.id} ${capitalise(warning.class)}`);
  setText(row.state, capitalise(warning.state));
  setText(row.facts, `${formatProbability(warning.confidence)} · ${warning.trackId}`);
  setAttribute(row.button, 'data-state', warning.state);
}
