import { element, setText } from '../../dom/element';
import { KeyedList } from '../../dom/keyedList';
import type { Fact } from './facts';

interface FactRow {
  root: HTMLElement;
  value: HTMLElement;
}

/** Fills a definition list, and keeps its rows from one time to the next. */
export function factList(list: HTMLElement): (facts: readonly Fact[]) => void {
  const rows = new KeyedList<Fact, FactRow>(list, ([name]) => name, create, (row, [, value]) => setText(row.value, value));
  return (facts) => rows.show(facts);
}

function create([name]: Fact): FactRow {
  const value = element('dd');
  return { root: element('div', {}, [element('dt', {}, [name]), value]), value };
}
