import { element } from '../dom/element';
import type { AnnouncedView, AssuranceReport, ComparisonView, JointView, QueryView, ThingView } from './view';

type Child = Node | string;

export function comparisonOf(comparisons: readonly ComparisonView[]): HTMLElement[] {
  return comparisons.map((c) =>
    element('div', { class: 'comparison' }, [
      element('p', {}, [
        c.both.length + c.onlyA.length + c.onlyB.length === 0 ? `Neither ${c.a} nor ${c.b} tells of a launch in flight.` : `${c.a} and ${c.b}: launches in flight that they have told of.`,
      ]),
      list([
        ...c.both.map((pair) => [
          element('strong', {}, ['both']),
          ` ${c.a}'s ${pair.a.reference} and ${c.b}'s ${pair.b.reference}: `,
          pair.differences.length === 0 ? 'they agree as far as they tell' : pair.differences.join('; '),
          pair.fused === null ? '' : fusedText(pair.fused.launch?.weightA, c.a),
        ]),
        ...c.onlyA.map((t) => only(c.a, t)),
        ...c.onlyB.map((t) => only(c.b, t)),
      ]),
    ]),
  );
}

export function announcementsOf(view: JointView, acknowledge: (a: AnnouncedView) => void): HTMLElement {
  return list(
    view.announcements.map((a) => {
      const row: Child[] = [
        element('strong', {}, [`${a.party}/${a.id}`]),
        ` ${a.state}, ${a.class}, ${time(a.from)} to ${time(a.until)}. `,
        element('span', { class: 'seen' }, [a.seenBy.length === 0 ? 'Acknowledged by nobody. ' : `Acknowledged by ${a.seenBy.map((s) => `${s.person} (${s.party})`).join(', ')}. `]),
      ];
      return view.self === null || view.self === a.party ? row : [...row, button('Acknowledge …', () => acknowledge(a))];
    }),
    'No launch is announced.',
  );
}

export function queriesOf(view: JointView, answer: (query: QueryView) => void): HTMLElement {
  return list(
    view.queries.map((q) => {
      const row: Child[] = [
        element('strong', {}, [`${q.by} asks ${q.to}`]),
        `: ${q.differences.join(', ')}. ${q.text} `,
        element('span', { class: 'seen' }, [q.answers.length === 0 ? 'Not answered. ' : q.answers.map((a) => `${a.by}: ${a.verdict}${a.text === '' ? '' : `, ${a.text}`}. `).join('')]),
      ];
      return view.self === q.to && q.answers.length === 0 ? [...row, button('Answer …', () => answer(q))] : row;
    }),
    'Nobody has asked anything. A query is asked where two pictures differ.',
  );
}

export function wordsOf(view: JointView): HTMLElement {
  return list(
    view.hotLine.map((w) => [element('strong', {}, [`${w.person} (${w.party})`]), ` ${time(w.at)}: ${w.text}`]),
    'Nothing was said over the hot line.',
  );
}

/** What each sensor can see, as its party has told it; and as plainly what nobody has told. */
export function sensorsOf(view: JointView): HTMLElement {
  return list(
    view.parties.flatMap((party) => [
      ...party.sensors.map((s): Child[] => [
        element('strong', {}, [`${party.name}/${s.name}`]),
        s.outSince === null ? ' ' : element('span', { class: 'out' }, [` OUT since ${time(s.outSince)} (${s.why ?? ''}): it sees nothing. `]),
        s.coverage ?? 'the party has not told what it can see: nobody can rely on it.',
      ]),
      ...(party.sensors.length === 0 ? [[`${party.name} has told of no sensor.`]] : []),
    ]),
  );
}

export function promisesOf(reports: readonly (readonly [string, AssuranceReport])[]): HTMLElement {
  return list(
    reports.flatMap(([party, report]) =>
      report.assurances.map((a): Child[] => [element('span', { class: `verdict ${a.verdict}` }, [a.verdict]), element('strong', {}, [` ${party}: ${a.name}`]), ` ${a.promise}`]),
    ),
    'No party has promised anything.',
  );
}

export function recordsOf(view: JointView): HTMLElement {
  return list(
    view.records.map((r) => [
      element('span', { class: 'index' }, [`${r.index}`]),
      element('strong', {}, [` ${r.by} `]),
      `${r.kind}${r.to.length === 0 ? '' : ` to ${r.to.join(', ')}`}, ${time(r.at)}: ${r.summary}`,
      r.standing === 'counted' ? '' : element('span', { class: 'out' }, [` ${r.standing}: ${r.faults.join('; ')}`]),
    ]),
    'The log is empty.',
  );
}

const only = (party: string, thing: ThingView): Child[] => [element('strong', {}, [`only ${party}`]), ` ${thing.reference}: the other side has told of nothing like it`];

const fusedText = (weight: number | undefined, party: string): string => (weight === undefined ? '' : `; fused, ${party}'s place with ${Math.round(100 * weight)} % of the weight`);

const time = (iso: string): string => `${iso.slice(11, 19)}Z`;

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, [text]);
  made.addEventListener('click', act);
  return made;
}

function list(rows: readonly Child[][], empty = ''): HTMLElement {
  return element('ul', { class: 'rows' }, rows.length === 0 ? (empty === '' ? [] : [element('li', { class: 'empty' }, [empty])]) : rows.map((row) => element('li', {}, row)));
}
