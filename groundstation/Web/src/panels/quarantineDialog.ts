import { getQuarantine } from '../data/api';
import type { QuarantineView } from '../data/views';
import { byId, element } from '../dom/element';
import { formatCount } from '../format/quantity';
import { formatDate, formatTime } from '../format/time';

/** What the station refused and why, as it was when the dialog was opened. */
export function quarantineDialog(): void {
  const dialog = byId<HTMLDialogElement>('quarantine');
  byId('quarantine-close').addEventListener('click', () => dialog.close());
  byId('quarantine-button').addEventListener('click', () => {
    dialog.showModal();
    void fill();
  });
}

async function fill(): Promise<void> {
  const note = byId('quarantine-note');
  const rows = byId('quarantine-rows');
  rows.replaceChildren();
  note.textContent = 'Loading…';
  try {
    const refused = await getQuarantine();
    rows.replaceChildren(...refused.map(row));
    note.textContent = refused.length === 0 ? 'Nothing has been refused.' : `The last ${formatCount(refused.length)} that were refused, newest first.`;
  } catch (error) {
    note.textContent = `The station did not answer: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function row(refused: QuarantineView): HTMLTableRowElement {
  const received = Date.parse(refused.receivedAt);
  const cells = [
    formatCount(refused.number),
    `${formatDate(received)} ${formatTime(received)}`,
    refused.topic,
    refused.field,
    refused.value,
    refused.expected,
  ];
  return element('tr', {}, [
    ...cells.map((cell) => element('td', {}, [cell])),
    element('td', {}, [element('code', {}, [refused.bytes]), ` (${formatCount(refused.length)} B)`]),
  ]);
}
