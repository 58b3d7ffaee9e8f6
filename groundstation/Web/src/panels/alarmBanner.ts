import { NewWarnings } from '../data/newWarnings';
import type { Selected } from '../data/selection';
import type { Session } from '../data/session';
import type { WarningView } from '../data/views';
import { byId, setHidden, setText } from '../dom/element';

const Title = 'JointWatch';

/** Makes new warnings noticed, here and in the title of the window, until somebody has looked. */
export function alarmBanner(session: Session, open: (selected: Selected) => void): void {
  const news = new NewWarnings();
  let unseen: WarningView[] = [];
  let time = Number.NEGATIVE_INFINITY;

  const show = (): void => {
    unseen = news.unseen(session.pictures.picture.value?.warnings ?? []);
    setHidden(byId('alarm'), unseen.length === 0);
    setText(byId('alarm-text'), alarmWords(unseen));
    document.title = unseen.length === 0 ? Title : `(${unseen.length}) ${alarmWords(unseen)} · ${Title}`;
  };
  const acknowledge = (): void => {
    news.acknowledge(unseen);
    show();
  };
  session.pictures.picture.subscribe((picture) => {
    const now = picture === null ? time : Date.parse(picture.time);
    if (now < time) {
      news.clear();
    }
    time = now;
    show();
  });
  byId('alarm-acknowledge').addEventListener('click', acknowledge);
  byId('alarm-show').addEventListener('click', () => {
    const first = unseen[0];
    if (first !== undefined) {
      open({ kind: 'warning', id: first.id });
    }
    acknowledge();
  });
}

export function alarmWords(warnings: readonly WarningView[]): string {
  const [first] = warnings;
  if (first === undefined) {
    return '';
  }
  return warnings.length === 1
    ? `Warning W${first.id}: ${first.state}, ${first.class}`
    : `${warnings.length} warnings: ${warnings.map((warning) => `W${warning.id} ${warning.state}`).join(', ')}`;
}

