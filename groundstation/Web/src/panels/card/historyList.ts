import { element, setText } from '../../dom/element';
import { KeyedList } from '../../dom/keyedList';
import type { HistoryEntry } from './facts';

interface HistoryRow {
  root: HTMLElement;
  title: HTMLElement;
  words: HTMLElement;
}

/** What happened, the newest first. */
export function historyList(list: HTMLElement): (history: readonly HistoryEntry[]) => void {
  const rows = new KeyedList<HistoryEntry, HistoryRow>(list, (entry) => entry.key, create, (row, entry) => {
    setText(row.title, entry.title);
    setText(row.words, entry.words);
  });
  return (history) => rows.show(history);
}

function create({ time }: HistoryEntry): HistoryRow {
  const title = element('strong');
  const words = element('p');
  return { root: element('li', {}, [element('div', { class: 'line' }, [title, element('time', { class: 'detail' }, [time])]), words]), title, words };
}
