import { describe, expect, it } from 'vitest';
import { FlatMap } from '../src/joint/flatMap';
import { comparisonOf, sensorsOf } from '../src/joint/lists';
import { extentOf } from '../src/joint/pictures';
import type { JointView, PartyView } from '../src/joint/view';

// @vitest-environment happy-dom

const party = (name: string, changes: Partial<PartyView> = {}): PartyView => ({ name, watch: null, lastSaidAt: null, released: [], sensors: [], hasAssurances: false, ...changes });

const view = (parties: PartyView[]): JointView => ({
  self: null,
  exercise: 'drill-1',
  parties,
  comparisons: [],
  announcements: [],
  queries: [],
  hotLine: [],
  records: [],
  log: { origin: 'joint-centre', size: 0, root: '', cosigned: [], faults: [] },
  unlogged: 0,
  links: [],
});

describe('the joint page', () => {
  it('puts the middle of what it shows into the middle of the map, north up and east right', () => {
    const map = new FlatMap({ south: 60, north: 80, west: 0, east: 40 }, 'test');
    expect(map.point(20, 70)).toEqual([300, 200]);
    expect(map.point(21, 70)[0]).toBeGreaterThan(300);
    expect(map.point(20, 71)[1]).toBeLessThan(200);
  });

  it('goes the short way over the antimeridian', () => {
    const map = new FlatMap({ south: 60, north: 70, west: 170, east: 190 }, 'test');
    expect(map.point(-175, 65)[0]).toBeCloseTo(map.point(185, 65)[0]);
  });

  it('shows the whole world while nobody has told anything', () => {
    expect(extentOf(view([party('alfa')]))).toEqual({ south: -60, north: 75, west: -180, east: 180 });
  });

  it('holds what both parties have released', () => {
    const cell = { southDegrees: 70, northDegrees: 71, westDegrees: 10, eastDegrees: 12 };
    const released = { kind: 'warning', reference: 'w', revision: 1, record: '', index: 0, saidAt: '', to: null, isSealed: false, isEnded: false, values: { launchArea: cell }, text: '', seenBy: [], shownTo: [] };
    const box = extentOf(view([party('alfa', { released: [released] }), party('bravo')]));
    expect(box.west).toBeLessThan(10);
    expect(box.north).toBeGreaterThan(71);
  });

  it('says as plainly what nobody has told', () => {
    const shown = sensorsOf(view([party('alfa', { sensors: [{ name: 'radar', coverage: null, place: null, outSince: null, why: null }] }), party('bravo')])).textContent;
    expect(shown).toContain('alfa/radar the party has not told what it can see');
    expect(shown).toContain('bravo has told of no sensor.');
  });

  it('names what one alone sees, and writes hostile text as text', () => {
    const [shown] = comparisonOf([{ a: 'alfa', b: 'bravo', both: [], onlyA: [{ party: 'alfa', reference: '<img src=x onerror=alert(1)>', record: '' }], onlyB: [] }]);
    expect(shown?.textContent).toContain('only alfa <img src=x onerror=alert(1)>');
    expect(shown?.querySelector('img')).toBeNull();
  });
});
