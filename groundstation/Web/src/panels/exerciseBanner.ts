import type { Session } from '../data/session';
import type { ExerciseView } from '../data/views';
import { byId, element, setAttribute, setHidden, setText } from '../dom/element';
import { formatDuration } from '../format/time';

const TickMilliseconds = 200;
const MostTold = 3;

/** Says without fail that what is shown is an exercise. */
export function exerciseBanner(session: Session): void {
  const banner = byId('exercise');
  session.pictures.picture.subscribe((picture) => {
    const exercise = picture?.exercise ?? null;
    setHidden(banner, exercise === null);
    if (exercise !== null) {
      setText(byId('exercise-name'), exercise.name);
      setAttribute(banner, 'title', `${exercise.mark}: ${exercise.description}`);
    }
    tell(exercise?.told ?? []);
  });
  window.setInterval(() => {
    const picture = session.pictures.picture.value;
    if (picture !== null && picture.exercise !== null) {
      const since = (session.now() - Date.parse(picture.time)) / 1000;
      setText(byId('exercise-state'), exerciseWords(picture.exercise, since));
    }
  }, TickMilliseconds);
}

/** The newest words to this watch, newest first. */
function tell(told: ExerciseView['told']): void {
  const list = byId('told');
  const newest = told.slice(-MostTold).reverse();
  setHidden(list, newest.length === 0);
  const key = JSON.stringify(newest);
  if (list.dataset['shown'] !== key) {
    list.dataset['shown'] = key;
    list.replaceChildren(...newest.map((t) => element('li', {}, [element('time', { datetime: t.time }, [t.time.slice(11, 19)]), ` ${t.from}: ${t.text}`])));
  }
}

/** @param since Seconds of the exercise's clock since the picture. */
export function exerciseWords(exercise: ExerciseView, since: number): string {
  const elapsed = formatDuration(Math.max(0, exercise.elapsedSeconds + since));
  switch (exercise.state) {
    case 'running':
      return `${elapsed} elapsed · ${speedWords(exercise.rate)}`;
    case 'paused':
      return `${elapsed} elapsed · paused`;
    case 'ended':
      return `ended after ${elapsed}`;
  }
}

function speedWords(rate: number): string {
  return rate === 1 ? 'real time' : `${Number(rate.toPrecision(3))}× speed`;
}
