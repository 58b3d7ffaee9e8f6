import { byId, setHidden, setText } from '../dom/element';
import { getAssurances, getJoint } from './api';
import { announcementsOf, comparisonOf, promisesOf, queriesOf, recordsOf, sensorsOf, wordsOf } from './lists';
import { pictures } from './pictures';
import { speak } from './speakDialog';
import type { AssuranceReport, JointView } from './view';
import '../styles/index.css';
import '../styles/joint.css';

const PollMilliseconds = 1_000;
const PromisePolls = 5;

const fusion = byId<HTMLInputElement>('fusion');
let shown = '';
let shownPromises = '';
let polls = 0;

const person = { name: 'person', label: 'Your name' };

function show(view: JointView, parts: readonly HTMLElement[]): void {
  setText(byId('title'), view.self === null ? 'Joint centre' : `Joint desk of ${view.self}`);
  setHidden(byId('exercise'), view.exercise === null);
  setText(byId('exercise-name'), view.exercise ?? '');
  setHidden(byId('speak'), view.self === null);
  setText(byId('links'), view.links.map((l) => `${l.peer} ${l.isConnected ? 'linked' : 'NOT LINKED'}${l.waiting > 0 ? `, ${l.waiting} wait` : ''}${l.isHeldBack ? ', held back' : ''}${l.fault === null ? '' : ` (${l.fault})`}`).join(' · '));
  setText(
    byId('log'),
    `log: ${view.log.size} entries, cosigned by ${view.log.cosigned.map((c) => `${c.party} to ${c.size}${c.refusal === null ? '' : ' and NO MORE'}`).join(', ')}${view.unlogged > 0 ? `; ${view.unlogged} of ours on the way` : ''}`,
  );
  setHidden(byId('faults'), view.log.faults.length === 0);
  setText(byId('faults'), view.log.faults.length === 0 ? '' : `${view.log.faults.length} faults in the log. The newest: ${view.log.faults.at(-1) ?? ''}`);
  byId('pictures').replaceChildren(...parts);
  byId('comparison').replaceChildren(...comparisonOf(view.comparisons));
  byId('announcements').replaceChildren(
    announcementsOf(view, (a) => speak(`Acknowledge ${a.party}/${a.id}`, 'It says that you have seen it, not that you believe it.', 'acknowledge', [person, { name: 'note', label: 'Note', optional: true }], { record: a.record }, poll)),
  );
  byId('queries').replaceChildren(
    queriesOf(view, (q) =>
      speak(`Answer ${q.by}`, `${q.by} asks: ${q.differences.join(', ')}. ${q.text}`, 'answer', [{ name: 'verdict', label: 'Answer', choices: ['held', 'changed', 'open'] }, { name: 'text', label: 'In words', isLong: true, optional: true }], { query: q.record }, poll),
    ),
  );
  byId('words').replaceChildren(wordsOf(view));
  byId('sensors').replaceChildren(sensorsOf(view));
  byId('records').replaceChildren(recordsOf(view));
}

async function poll(): Promise<void> {
  try {
    const view = await getJoint(fusion.checked);
    const text = JSON.stringify(view);
    if (text !== shown) {
      const parts = await pictures(
        view,
        (release, by) => speak(`Acknowledge ${by}'s ${release.reference}`, 'It says that you have seen it, not that you believe it.', 'acknowledge', [person, { name: 'note', label: 'Note', optional: true }], { record: release.record }, poll),
        (release, by) =>
          speak(`Ask ${by} about ${release.reference}`, 'In what the two pictures differ is taken from the comparison; where we have told of nothing like it, it says that we do not see it.', 'query', [{ name: 'text', label: 'In words', isLong: true, optional: true }], { record: release.record }, poll),
      );
      show(view, parts);
      shown = text;
    }
    if (polls++ % PromisePolls === 0) {
      await showPromises(view);
    }
    setHidden(byId('lost'), true);
  } catch (e) {
    setText(byId('lost'), `No answer from ${location.host}: what stands here is old. (${e instanceof Error ? e.message : String(e)})`);
    setHidden(byId('lost'), false);
  }
}

async function showPromises(view: JointView): Promise<void> {
  const reports = await Promise.all(view.parties.filter((p) => p.hasAssurances).map(async (p): Promise<readonly [string, AssuranceReport]> => [p.name, await getAssurances(p.name)]));
  const text = JSON.stringify(reports);
  if (text !== shownPromises) {
    shownPromises = text;
    byId('promises').replaceChildren(promisesOf(reports));
  }
}

byId('speak-words').addEventListener('click', () => speak('Hot line', 'All parties read it, and it stays in the log.', 'words', [person, { name: 'text', label: 'Words', isLong: true }], {}, poll));
byId('speak-handover').addEventListener('click', () =>
  speak('Hand over the watch', 'What is open between the parties goes with it by itself.', 'handover', [{ name: 'from', label: 'Who goes' }, { name: 'to', label: 'Who comes' }, { name: 'summary', label: 'Summary', isLong: true, optional: true }], {}, poll),
);
byId('speak-outage').addEventListener('click', () =>
  speak('Sensor out', 'The others are told that it sees nothing from now on.', 'outage', [{ name: 'sensor', label: 'Sensor, as it is called in the register' }, { name: 'why', label: 'Why' }], { ended: false }, poll),
);
fusion.addEventListener('change', () => void poll());

async function run(): Promise<void> {
  for (;;) {
    await poll();
    await new Promise((resolve) => setTimeout(resolve, PollMilliseconds));
  }
}

void run();
