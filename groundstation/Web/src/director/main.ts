import { byId, element, setHidden, setText } from '../dom/element';
import type { DirectionView } from './view';
import { clockWords, truthWords, whenWords } from './words';
import '../styles/index.css';
import '../styles/joint.css';
import '../styles/director.css';

const PollMilliseconds = 500;
const Speeds = [0.5, 1, 2, 5, 10, 20, 50];

let shown = '';

for (const speed of Speeds) {
  byId('speed').append(element('option', { value: String(speed) }, [`${speed}×`]));
}

function row(head: string, words: string, more: readonly (Node | string)[] = []): HTMLElement {
  return element('div', { class: 'director-row' }, [element('strong', {}, [head]), element('span', {}, [words]), ...more]);
}

function injectRow(view: DirectionView, i: DirectionView['injects'][number]): HTMLElement {
  const fire = element('button', { type: 'button', 'data-testid': 'fire' }, [i.firedAtSeconds === null ? 'Fire' : 'Fire again']);
  fire.disabled = view.state === 'waiting';
  fire.addEventListener('click', () => void act('inject', { inject: i.name }));
  return element('div', { class: i.firedAtSeconds === null ? 'director-row' : 'director-row director-fired' }, [
    element('strong', {}, [i.name]),
    element('span', {}, [`${whenWords(i)}: ${i.words}`]),
    ...(i.note === '' ? [] : [element('em', {}, [i.note])]),
    fire,
  ]);
}

function show(view: DirectionView): void {
  setText(byId('clock'), `${clockWords(view.elapsedSeconds)} of ${clockWords(view.durationSeconds)}`);
  byId<HTMLProgressElement>('progress').value = view.elapsedSeconds / view.durationSeconds;
  const { elapsedSeconds: _, truth: __, ...rest } = view;
  byId('truth').replaceChildren(...view.truth.map((o) => row(o.name, truthWords(o))));
  const text = JSON.stringify(rest);
  if (text === shown) {
    return;
  }
  shown = text;
  setText(byId('title'), `Director: ${view.scenario}`);
  setText(byId('description'), view.description);
  setText(byId('exercise'), view.exercise);
  setText(byId('state'), view.state === 'waiting' ? 'waits for you to start it' : view.state === 'running' ? `runs at ${view.rate}×` : view.state);
  byId<HTMLButtonElement>('start').disabled = view.state !== 'waiting';
  byId<HTMLButtonElement>('pause').disabled = view.state !== 'running';
  byId<HTMLButtonElement>('resume').disabled = view.state !== 'paused';
  byId<HTMLSelectElement>('speed').value = String(view.rate);
  byId('injects').replaceChildren(...(view.injects.length === 0 ? ['This scenario has none.'] : view.injects.map((i) => injectRow(view, i))));
  byId('parties').replaceChildren(
    ...view.parties.map((p) =>
      element('article', { class: 'director-party' }, [
        element('h3', {}, [`${p.title}${p.isLinked === false ? ', NOT LINKED' : ''}`]),
        ...(p.briefing === '' ? [] : [element('p', {}, [`Told beforehand: ${p.briefing}`])]),
        element('p', {}, [p.boards.map((b) => `${b.name} ${b.state}`).join(' · ')]),
        element('p', {}, [`${p.tracks} tracks; ${p.warnings.length === 0 ? 'no warning' : 'warnings ' + p.warnings.join('; ')}`]),
        element('p', {}, [element('a', { href: p.page, target: '_blank', rel: 'noopener' }, ['its page'])]),
      ]),
    ),
  );
  byId('acts').replaceChildren(...view.acts.map((a) => row(clockWords(a.seconds), `${a.act}${a.detail === '' ? '' : `: ${a.detail}`} (${a.by})`)));
}

async function answer(response: Response): Promise<void> {
  if (response.ok) {
    show((await response.json()) as DirectionView);
    return;
  }
  const said: unknown = await response.json().catch(() => null);
  throw new Error(typeof said === 'object' && said !== null && 'error' in said ? String(said.error) : `${response.status} ${response.statusText}`);
}

async function act(what: string, request: Record<string, unknown> = {}): Promise<void> {
  try {
    await answer(
      await fetch(`api/direction/${what}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ by: byId<HTMLInputElement>('by').value || null, ...request }) }),
    );
    setText(byId('refused'), '');
  } catch (e) {
    setText(byId('refused'), e instanceof Error ? e.message : String(e));
  }
}

byId('start').addEventListener('click', () => void act('start'));
byId('pause').addEventListener('click', () => void act('pause'));
byId('resume').addEventListener('click', () => void act('resume'));
byId('speed').addEventListener('change', () => void act('speed', { speed: Number(byId<HTMLSelectElement>('speed').value) }));
byId('note-form').addEventListener('submit', (e) => {
  e.preventDefault();
  const note = byId<HTMLInputElement>('note');
  void act('note', { text: note.value });
  note.value = '';
});

async function run(): Promise<void> {
  for (;;) {
    try {
      await answer(await fetch('api/direction'));
      setHidden(byId('lost'), true);
    } catch (e) {
      setText(byId('lost'), `No answer from ${location.host}: what stands here is old. (${e instanceof Error ? e.message : String(e)})`);
      setHidden(byId('lost'), false);
    }
    await new Promise((resolve) => setTimeout(resolve, PollMilliseconds));
  }
}

void run();
