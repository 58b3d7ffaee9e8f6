import { acknowledgeAnnouncement } from '../data/api';
import type { Session } from '../data/session';
import { byId, setText } from '../dom/element';
import { capitalise } from '../format/text';
import { announcementFacts } from './card/announcementCard';
import { factList } from './card/factList';

const Key = 'jointwatch.operator';
const TickMilliseconds = 500;

type Send = typeof acknowledgeAnnouncement;

/**
 * Shows what was announced, and takes the name of the person who has seen it. The name is kept in the browser for the next time.
 * @returns What opens it.
 */
export function acknowledgeDialog(session: Session, storage: Pick<Storage, 'getItem' | 'setItem'> | null, send: Send = acknowledgeAnnouncement): (name: string) => void {
  const dialog = byId<HTMLDialogElement>('acknowledge');
  const form = byId<HTMLFormElement>('acknowledge-form');
  const by = byId<HTMLInputElement>('acknowledge-by');
  const note = byId<HTMLInputElement>('acknowledge-note');
  const confirm = byId<HTMLButtonElement>('acknowledge-confirm');
  const error = byId('acknowledge-error');
  const showFacts = factList(byId('acknowledge-facts'));
  let name = '';

  const draw = (): void => {
    const announcement = dialog.open ? session.pictures.announcement(name) : undefined;
    if (announcement !== undefined) {
      showFacts(announcementFacts(announcement, session.now()));
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    confirm.disabled = true;
    send(name, by.value.trim(), note.value.trim())
      .then(
        () => {
          remember(storage, by.value.trim());
          dialog.close();
        },
        (reason: unknown) => setText(error, `Not acknowledged: ${reason instanceof Error ? reason.message : String(reason)}.`),
      )
      .finally(() => (confirm.disabled = false));
  });
  byId('acknowledge-close').addEventListener('click', () => dialog.close());
  window.setInterval(draw, TickMilliseconds);

  return (announcement) => {
    name = announcement;
    setText(byId('acknowledge-title'), name);
    setText(byId('acknowledge-class'), capitalise(session.pictures.announcement(name)?.class ?? ''));
    setText(error, '');
    by.value = remembered(storage);
    note.value = '';
    dialog.showModal();
    draw();
    by.focus();
  };
}

function remembered(storage: Pick<Storage, 'getItem'> | null): string {
  try {
    return storage?.getItem(Key) ?? '';
  } catch {
    return '';
  }
}

function remember(storage: Pick<Storage, 'setItem'> | null, name: string): void {
  try {
    storage?.setItem(Key, name);
  } catch {
    // A browser may refuse to store; the name is then typed again.
  }
}
