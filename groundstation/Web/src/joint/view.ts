/** The answer of GET /api/joint, as JointView.cs describes it. */
export interface JointView {
  self: string | null;
  exercise: string | null;
  parties: PartyView[];
  comparisons: ComparisonView[];
  announcements: AnnouncedView[];
  queries: QueryView[];
  hotLine: WordsView[];
  records: RecordView[];
  log: { origin: string; size: number; root: string; cosigned: CosignedView[]; faults: string[] };
  unlogged: number;
  links: LinkView[];
}

export interface CosignedView {
  party: string;
  size: number;
  at: string | null;
  refusal: string | null;
}

export interface LinkView {
  peer: string;
  isConnected: boolean;
  since: string | null;
  waiting: number;
  isHeldBack: boolean;
  fault: string | null;
}

export interface PartyView {
  name: string;
  watch: { person: string; since: string; summary: string; open: number } | null;
  lastSaidAt: string | null;
  released: ReleasedView[];
  sensors: SensorView[];
  hasAssurances: boolean;
}

export interface Cell {
  southDegrees: number;
  northDegrees: number;
  westDegrees: number;
  eastDegrees: number;
}

export interface ReleasedView {
  kind: string;
  reference: string;
  revision: number;
  record: string;
  index: number;
  saidAt: string;
  to: string | null;
  isSealed: boolean;
  isEnded: boolean;
  values: { launchArea?: Cell | null; impactArea?: Cell | null; position?: Cell | null } | null;
  text: string;
  seenBy: SeenView[];
  shownTo: string[];
}

export interface SeenView {
  party: string;
  person: string;
  at: string;
  note: string;
}

export interface SensorView {
  name: string;
  coverage: string | null;
  place: { latitudeDegrees: number; longitudeDegrees: number; radiusMeters: number; rangeMaxMeters: number } | null;
  outSince: string | null;
  why: string | null;
}

export interface ThingView {
  party: string;
  reference: string;
  record: string;
}

export interface EllipseView {
  latitudeDegrees: number;
  longitudeDegrees: number;
  semiMajorMeters: number;
  semiMinorMeters: number;
  majorAxisAzimuthDegrees: number;
  weightA: number;
}

export interface ComparisonView {
  a: string;
  b: string;
  both: { a: ThingView; b: ThingView; differences: string[]; fused: { launch: EllipseView | null; impact: EllipseView | null; method: string } | null }[];
  onlyA: ThingView[];
  onlyB: ThingView[];
}

export interface AnnouncedView {
  record: string;
  party: string;
  id: string;
  state: string;
  class: string;
  from: string;
  until: string;
  note: string;
  seenBy: SeenView[];
}

export interface QueryView {
  record: string;
  index: number;
  by: string;
  to: string;
  of: string;
  at: string;
  differences: string[];
  text: string;
  answers: { by: string; at: string; verdict: string; text: string }[];
}

export interface WordsView {
  record: string;
  party: string;
  person: string;
  at: string;
  text: string;
  replyTo: string | null;
}

export interface RecordView {
  index: number;
  record: string;
  by: string;
  to: string[];
  kind: string;
  at: string;
  summary: string;
  standing: string;
  faults: string[];
}

/** What of GET /api/joint/assurances/{party} the page shows. */
export interface AssuranceReport {
  verdict: string | null;
  assurances: { name: string; promise: string; verdict: string }[];
}
