import { element, setText } from '../../dom/element';
import { KeyedList } from '../../dom/keyedList';
import { formatProbability } from '../../format/quantity';

interface Share {
  name: string;
  share: number;
}

interface ShareRow {
  root: HTMLElement;
  bar: HTMLMeterElement;
  percent: HTMLElement;
}

/** Probabilities as bars, in the order given. */
export function shareList(list: HTMLElement): (shares: readonly Share[]) => void {
  const rows = new KeyedList<Share, ShareRow>(list, (share) => share.name, create, (row, { share }) => {
    row.bar.value = share;
    setText(row.percent, formatProbability(share));
  });
  return (shares) => rows.show(shares);
}

function create({ name }: Share): ShareRow {
  const bar = element('meter', { min: '0', max: '1', 'aria-label': name });
  const percent = element('span', { class: 'number' });
  return { root: element('li', {}, [element('span', {}, [name]), bar, percent]), bar, percent };
}
