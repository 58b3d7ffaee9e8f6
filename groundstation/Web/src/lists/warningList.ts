import { isActive, isAsAnnounced } from '../data/newWarnings';
import type { Selection } from '../data/selection';
import type { Session } from '../data/session';
import type { WarningView } from '../data/views';
import { moveWithArrowKeys } from '../dom/arrowKeys';
import { byId, element, setAttribute, setHidden, setText } from '../dom/element';
import { KeyedList } from '../dom/keyedList';
import { verdictWords } from '../format/announcement';
import { formatCount, formatProbability } from '../format/quantity';
import { capitalise } from '../format/text';
import { impactCaption, impactCountdown } from './countdown';
import { inFamilies } from './families';

const TickMilliseconds = 200;

interface WarningRow {
  root: HTMLElement;
  button: HTMLButtonElement;
  title: HTMLElement;
  state: HTMLElement;
  facts: HTMLElement;
  announced: HTMLElement;
  caption: HTMLElement;
  countdown: HTMLElement;
}

/** The warnings, each body together with what came off it; those in force first. */
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
    const warnings = inFamilies(picture?.warnings ?? []);
    list.show(warnings);
    setText(byId('warnings-count'), countWords(warnings));
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

function createRow(warning: WarningView, selection: Selection): WarningRow {
  const title = element('span', { class: 'name' });
  const state = element('span', { class: 'badge' });
  const facts = element('span', { class: 'detail' });
  const announced = element('span', { class: 'announced', 'data-testid': 'warning-announced' });
  const caption = element('span', { class: 'detail' });
  const countdown = element('span', { class: 'countdown', 'data-testid': 'time-to-impact' });
  const button = element('button', { type: 'button', class: 'row warning-row', 'data-testid': 'warning-row', 'data-warning-id': String(warning.id) }, [
    element('span', { class: 'stack' }, [title, element('span', { class: 'line' }, [state, facts]), announced]),
    element('span', { class: 'stack stack-end' }, [caption, countdown]),
  ]);
  button.addEventListener('click', () => selection.toggle({ kind: 'warning', id: warning.id }));
  return { root: element('li', {}, [button]), button, title, state, facts, announced, caption, countdown };
}

function updateRow(row: WarningRow, warning: WarningView): void {
  const cameOff = warning.parentId === null ? '' : ` · came off W${warning.parentId}`;
  setText(row.title, `W${warning.id} ${capitalise(warning.class)}`);
  setText(row.state, capitalise(warning.state));
  setText(row.facts, `${formatProbability(warning.confidence)} · ${warning.trackId}${cameOff}`);
  setText(row.announced, capitalise(verdictWords(warning)));
  setAttribute(row.button, 'data-state', warning.state);
  setAttribute(row.button, 'data-announced', warning.announced?.label ?? null);
  setAttribute(row.button, 'data-parent-id', warning.parentId === null ? null : String(warning.parentId));
}

/** 2 in force, 1 as announced */
function countWords(warnings: readonly WarningView[]): string {
  if (warnings.length === 0) {
    return '';
  }
  const active = warnings.filter(isActive);
  const announced = active.filter(isAsAnnounced).length;
  return `${formatCount(active.length - announced)} in force${announced === 0 ? '' : `, ${formatCount(announced)} as announced`}`;
}
