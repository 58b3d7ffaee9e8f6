import type { Selection } from '../data/selection';
import type { Session } from '../data/session';
import type { NodeView } from '../data/views';
import { moveWithArrowKeys } from '../dom/arrowKeys';
import { byId, element, setAttribute, setHidden, setText } from '../dom/element';
import { KeyedList } from '../dom/keyedList';
import { capitalise } from '../format/text';
import { formatAge } from '../format/time';
import { milSymbolAddress } from '../map/icons/milSymbol';
import { nodeCode } from '../map/icons/nodeImages';

const SymbolSize = 15;

interface NodeRow {
  root: HTMLElement;
  button: HTMLButtonElement;
  symbol: HTMLImageElement;
  name: HTMLElement;
  mark: HTMLElement;
  state: HTMLElement;
  age: HTMLElement;
}

/** The nodes as the station orders them. */
export function nodeList(session: Session, selection: Selection): void {
  const container = byId('nodes');
  const list = new KeyedList<NodeView, NodeRow>(container, (node) => node.id, (node) => createRow(node, selection), updateRow);
  moveWithArrowKeys(container);

  const showSelected = (): void => {
    const selected = selection.selected.value;
    for (const node of session.pictures.picture.value?.nodes ?? []) {
      const row = list.row(node.id);
      if (row !== undefined) {
        setAttribute(row.button, 'aria-pressed', String(selected?.kind === 'node' && selected.id === node.id));
      }
    }
  };
  session.pictures.picture.subscribe((picture) => {
    const nodes = picture?.nodes ?? [];
    list.show(nodes);
    const online = nodes.filter((node) => node.state === 'online').length;
    setText(byId('nodes-count'), nodes.length === 0 ? '' : `${online} of ${nodes.length} online`);
    setHidden(byId('nodes-empty'), nodes.length > 0);
    showSelected();
  });
  selection.selected.subscribe((selected) => {
    showSelected();
    if (selected?.kind === 'node') {
      list.row(selected.id)?.root.scrollIntoView({ block: 'nearest' });
    }
  });
}

function createRow(node: NodeView, selection: Selection): NodeRow {
  const symbol = element('img', { class: 'symbol' });
  const name = element('span', { class: 'name' });
  const mark = element('span', { class: 'mark', 'aria-hidden': 'true' });
  const state = element('span', { class: 'state' });
  const age = element('span', { class: 'detail number' });
  const button = element('button', { type: 'button', class: 'row node-row', 'data-testid': 'node-row', 'data-node-id': node.id }, [
    symbol,
    name,
    element('span', { class: 'line' }, [mark, state]),
    age,
  ]);
  button.addEventListener('click', () => selection.toggle({ kind: 'node', id: node.id }));
  return { root: element('li', {}, [button]), button, symbol, name, mark, state, age };
}

function updateRow(row: NodeRow, node: NodeView): void {
  setAttribute(row.symbol, 'src', milSymbolAddress(nodeCode(node.kind), SymbolSize));
  setText(row.name, node.label ?? node.name);
  setAttribute(row.symbol, 'alt', kindWords(node));
  setText(row.state, capitalise(node.state));
  setText(row.age, node.ageSeconds === null ? 'never' : formatAge(node.ageSeconds));
  setAttribute(row.button, 'data-state', node.state);
}

export function kindWords(node: NodeView): string {
  return node.kind === 'infrared' ? 'Infra-red' : capitalise(node.kind);
}
