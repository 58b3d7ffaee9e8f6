import { NewWarnings } from '../data/newWarnings';
import type { Selected } from '../data/selection';
import type { Session } from '../data/session';
import type { WarningView } from '../data/views';
import { byId, setHidden, setText } from '../dom/element';
import { verdictWords } from '../format/announcement';

const Title = 'JointWatch';
const MaxNamed = 2;

/** Makes new warnings noticed, here and in the title of the window, until somebody has looked. */
export function alarmBanner(session: Session, open: (selected: Selected) => void): void {
  const news = new NewWarnings();
  let unseen: WarningView[] = [];
  let time = Number.NEGATIVE_INFINITY;

  const show = (): void => {
    unseen = news.unseen(session.pictures.picture.value?.warnings ?? []);
    setHidden(byId('alarm'), unseen.length === 0);
    const picture = session.pictures.picture.value;
    const words = (picture?.exercise == null ? '' : 'Exercise: ') + alarmWords(unseen);
    setText(byId('alarm-text'), unseen.length === 0 ? '' : words);
    document.title = unseen.length === 0 ? Title : `(${unseen.length}) ${words} · ${Title}`;
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

/** W1 confirmed, medium range; W2 departs from its announcement: azimuth 312° where 352° ± 10° was announced; and 3 more */
export function alarmWords(warnings: readonly WarningView[]): string {
  const named = warnings
    .slice(0, MaxNamed)
    .map((warning) => `W${warning.id} ${warning.announced?.label === 'departed' ? verdictWords(warning) : `${warning.state}, ${warning.class}`}`);
  const more = warnings.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
