import { element } from '../dom/element';
import type { Position } from '../geo/position';
import { FlatMap, loadCoast, type Box } from './flatMap';
import type { Cell, EllipseView, JointView, PartyView, ReleasedView } from './view';

type Act = (release: ReleasedView, by: string) => void;

/** The parties' released pictures beside each other, on maps of the same extent. */
export async function pictures(view: JointView, acknowledge: Act, query: Act): Promise<HTMLElement[]> {
  const coast = await loadCoast();
  const box = extentOf(view);
  return view.parties.map((party) => picture(view, party, box, coast, acknowledge, query));
}

function picture(view: JointView, party: PartyView, box: Box, coast: readonly Position[][], acknowledge: Act, query: Act): HTMLElement {
  const map = new FlatMap(box, `Map of what ${party.name} has released`);
  for (const line of coast.filter((l) => map.isNear(l))) {
    map.add('path', { d: map.path(line), class: 'coast' });
  }
  for (const sensor of party.sensors) {
    if (sensor.place !== null) {
      const [x, y] = map.point(sensor.place.longitudeDegrees, sensor.place.latitudeDegrees);
      map.add('circle', { cx: `${x}`, cy: `${y}`, r: `${map.pixels(sensor.place.rangeMaxMeters)}`, class: sensor.outSince === null ? 'reach' : 'reach out' });
      map.add('circle', { cx: `${x}`, cy: `${y}`, r: '4', class: sensor.outSince === null ? 'sensor' : 'sensor out' });
    }
  }
  const live = party.released.filter((r) => r.kind === 'warning' && !r.isEnded && r.values !== null);
  for (const release of live) {
    draw(map, release);
  }
  for (const both of view.comparisons.filter((c) => c.a === party.name || c.b === party.name).flatMap((c) => c.both)) {
    for (const ellipse of [both.fused?.launch, both.fused?.impact]) {
      if (ellipse) {
        map.add('path', { d: map.path(outline(ellipse)), class: 'fused' });
      }
    }
  }
  const watch = party.watch === null ? 'nobody has taken the watch' : `${party.watch.person} has the watch`;
  return element('section', { class: 'picture', 'aria-label': party.name, 'data-party': party.name }, [
    element('h2', {}, [party.name, element('span', { class: 'count' }, [party.name === view.self ? 'our own releases' : 'released', ' · ', watch])]),
    map.root,
    element('ul', { class: 'released' }, rows(view, party, acknowledge, query)),
  ]);
}

function rows(view: JointView, party: PartyView, acknowledge: Act, query: Act): HTMLElement[] {
  if (party.released.length === 0) {
    return [element('li', { class: 'empty' }, [`${party.name} has released nothing yet. What it lets out, its policy says.`])];
  }
  return [...party.released].reverse().map((release) => {
    const canSpeak = view.self !== null && view.self !== party.name;
    const row = element('li', { class: release.isEnded ? 'ended' : '', 'data-record': release.record }, [
      element('strong', {}, [release.reference]),
      element('span', { class: 'tag' }, [release.isSealed ? (release.values === null ? 'sealed' : `sealed to ${release.to ?? ''}`) : 'to all']),
      element('span', {}, [release.text]),
      element('span', { class: 'seen' }, [
        release.seenBy.length === 0 ? 'acknowledged by nobody' : `acknowledged by ${release.seenBy.map((s) => `${s.person} (${s.party})`).join(', ')}`,
        release.shownTo.length === 0 ? '' : `; shown on ${release.shownTo.join(', ')}`,
      ]),
    ]);
    if (canSpeak && release.values !== null) {
      const seen = element('button', { type: 'button' }, ['Acknowledge …']);
      seen.addEventListener('click', () => acknowledge(release, party.name));
      const ask = element('button', { type: 'button' }, ['We see it differently …']);
      ask.addEventListener('click', () => query(release, party.name));
      row.append(seen, ask);
    }
    return row;
  });
}

function draw(map: FlatMap, release: ReleasedView): void {
  const launch = release.values?.launchArea;
  const impact = release.values?.impactArea;
  if (launch && impact) {
    const [x1, y1] = map.point(...middleOf(launch));
    const [x2, y2] = map.point(...middleOf(impact));
    map.add('line', { x1: `${x1}`, y1: `${y1}`, x2: `${x2}`, y2: `${y2}`, class: 'flight' });
  }
  for (const [cell, kind] of [
    [launch, 'launch'],
    [impact, 'impact'],
  ] as const) {
    if (cell) {
      map.add('path', { d: `${map.path(cornersOf(cell))}Z`, class: `${kind}${release.isSealed ? ' sealed' : ''}` });
      if (!release.isSealed) {
        const [x, y] = map.point(cell.eastDegrees, cell.northDegrees);
        map.add('text', { x: `${x + 3}`, y: `${y}`, class: 'label' }, `${release.reference} ${kind}`);
      }
    }
  }
}

const middleOf = (cell: Cell): Position => [(cell.westDegrees + cell.eastDegrees) / 2, (cell.southDegrees + cell.northDegrees) / 2];

const cornersOf = (cell: Cell): Position[] => [
  [cell.westDegrees, cell.southDegrees],
  [cell.eastDegrees, cell.southDegrees],
  [cell.eastDegrees, cell.northDegrees],
  [cell.westDegrees, cell.northDegrees],
];

/** The 90 % outline of a one-sigma ellipse: 2.146 sigmas in the plane. */
function outline(ellipse: EllipseView): Position[] {
  const sigmas = Math.sqrt(-2 * Math.log(0.1));
  const azimuth = (ellipse.majorAxisAzimuthDegrees * Math.PI) / 180;
  return Array.from({ length: 49 }, (_, i) => {
    const turn = (i * Math.PI) / 24;
    const along = sigmas * ellipse.semiMajorMeters * Math.cos(turn);
    const across = sigmas * ellipse.semiMinorMeters * Math.sin(turn);
    const north = along * Math.cos(azimuth) - across * Math.sin(azimuth);
    const east = along * Math.sin(azimuth) + across * Math.cos(azimuth);
    const latitude = ellipse.latitudeDegrees + north / 111_320;
    return [ellipse.longitudeDegrees + east / (111_320 * Math.cos((latitude * Math.PI) / 180)), latitude];
  });
}

/** All cells and sensors of all parties, with some air, so that the maps can be compared at a glance. */
export function extentOf(view: JointView): Box {
  const places: Position[] = view.parties.flatMap((party) => [
    ...party.sensors.flatMap((s): Position[] => (s.place === null ? [] : [[s.place.longitudeDegrees, s.place.latitudeDegrees]])),
    ...party.released.flatMap((r) => [r.values?.launchArea, r.values?.impactArea, r.values?.position].flatMap((c) => (c ? cornersOf(c) : []))),
  ]);
  if (places.length === 0) {
    return { south: -60, north: 75, west: -180, east: 180 };
  }
  const longitudes = places.map((p) => p[0]);
  const latitudes = places.map((p) => p[1]);
  const high = Math.max(4, Math.max(...latitudes) - Math.min(...latitudes)) * 0.2;
  const wide = Math.max(8, Math.max(...longitudes) - Math.min(...longitudes)) * 0.2;
  return { south: Math.min(...latitudes) - high, north: Math.max(...latitudes) + high, west: Math.min(...longitudes) - wide, east: Math.max(...longitudes) + wide };
}
