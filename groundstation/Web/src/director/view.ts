/** What the director's panel gets, as in groundstation/Station/Direction/DirectionView.cs. Seconds are the exercise's. */
export interface DirectionView {
  scenario: string;
  description: string;
  exercise: string;
  state: 'waiting' | 'running' | 'paused' | 'over';
  elapsedSeconds: number;
  durationSeconds: number;
  /** Exercise seconds a second. */
  rate: number;
  injects: readonly InjectView[];
  acts: readonly ActView[];
  truth: readonly TruthView[];
  parties: readonly DirectedPartyView[];
}

export interface InjectView {
  name: string;
  words: string;
  note: string;
  atSeconds: number | null;
  isAuto: boolean;
  firedAtSeconds: number | null;
}

export interface ActView {
  seconds: number;
  act: string;
  detail: string;
  by: string;
}

export interface TruthView {
  name: string;
  kind: string;
  state: string;
  launchSeconds: number | null;
  impactSeconds: number | null;
  latitudeDegrees: number | null;
  longitudeDegrees: number | null;
  heightMeters: number | null;
  speedMetersPerSecond: number | null;
}

export interface DirectedPartyView {
  name: string;
  title: string;
  briefing: string;
  page: string;
  isLinked: boolean | null;
  boards: readonly { name: string; state: string }[];
  tracks: number;
  warnings: readonly string[];
}
