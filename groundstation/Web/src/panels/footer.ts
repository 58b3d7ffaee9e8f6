import type { Session } from '../data/session';
import type { CountsView } from '../data/views';
import { byId, element, setText } from '../dom/element';
import { formatCount } from '../format/quantity';

const Labels: readonly [keyof CountsView, string][] = [
  ['reports', 'Reports'],
  ['detections', 'Detections'],
  ['repeats', 'Repeats'],
  ['quarantined', 'Quarantined'],
];

/** What came in since the station started. */
export function footer(session: Session): void {
  const values = new Map<keyof CountsView, HTMLElement>();
  for (const [name, label] of Labels) {
    const value = element('dd', { 'data-testid': `count-${name}` });
    values.set(name, value);
    byId('counts').append(element('div', {}, [element('dt', {}, [label]), value]));
  }
  session.pictures.picture.subscribe((picture) => {
    for (const [name, value] of values) {
      setText(value, picture === null ? '–' : formatCount(picture.counts[name]));
    }
  });
}
