/**
 * What the station sends, as in groundstation/Station/Views: the C# records in camel case. Times are ISO 8601 UTC with milliseconds,
 * angles degrees, azimuth clockwise from true north.
 */
export interface PictureView {
  time: string;
  revision: number;
  exercise: ExerciseView | null;
  counts: CountsView;
  nodes: NodeView[];
  tracks: TrackView[];
  warnings: WarningView[];
  /** By the beginning of their windows. */
  announcements: AnnouncementView[];
}

export type ExerciseState = 'running' | 'paused' | 'ended';

export interface ExerciseView {
  name: string;
  description: string;
  state: ExerciseState;
  elapsedSeconds: number;
  /** Exercise seconds a second. */
  rate: number;
  /** What it is called in records, with its run. */
  mark: string;
  /** What the directing staff has told this station's watch, oldest first. */
  told: { time: string; from: string; text: string }[];
}

export interface CountsView {
  messages: number;
  reports: number;
  detections: number;
  repeats: number;
  quarantined: number;
}

export type NodeKind = 'radar' | 'infrared' | 'unknown';
export type NodeState = 'online' | 'silent' | 'offline' | 'fault';

export interface NodeView {
  id: string;
  party: string;
  name: string;
  label: string | null;
  kind: NodeKind;
  state: NodeState;
  stateReason: string | null;
  ageSeconds: number | null;
  latitudeDegrees: number | null;
  longitudeDegrees: number | null;
  heightMeters: number | null;
  fieldOfView: FieldOfViewView | null;
  firmware: string | null;
  boot: number;
  reports: number;
  detections: number;
  quarantined: number;
  missed: number;
  reportsWaiting: number | null;
  reportsDropped: number | null;
  /** Whether what it says is sealed with its key: the node is enrolled. */
  isAuthenticated?: boolean;
  /** How often its button was pressed. */
  marks?: number;
  /** Whether its own test target was in its newest report. */
  isTesting?: boolean;
  learned?: LearnedView | null;
  board?: BoardView | null;
}

/** What a board says of itself; null where it has not said so or cannot tell. */
export interface BoardView {
  bootReason: string;
  cause: string | null;
  safeMode: boolean;
  uptimeSeconds: number | null;
  reconnects: number | null;
  freeHeapBytes: number | null;
  largestBlockBytes: number | null;
  signalDbm: number | null;
  clock: string | null;
  clockSigmaSeconds: number | null;
  driftPpm: number | null;
}

/** What the tracker has learned of a sensor: false detections a scan, and registration errors, measured less true. */
export interface LearnedView {
  falseDetectionsPerScan: number;
  falseDetectionsSigma: number;
  rangeMeters: ErrorView | null;
  azimuthMilliradians: ErrorView | null;
  elevationMilliradians: ErrorView | null;
  clockMilliseconds: ErrorView | null;
  isSignificant: boolean;
}

/** An error as it is estimated, and its standard deviation. */
export interface ErrorView {
  value: number;
  sigma: number;
}

export interface FieldOfViewView {
  azimuthStartDegrees: number;
  azimuthWidthDegrees: number;
  elevationMinDegrees: number;
  elevationMaxDegrees: number;
  rangeMinMeters: number;
  rangeMaxMeters: number;
}

export type TrackCategory = 'air' | 'ballistic' | 'space' | 'unknown';

export interface TrackView {
  id: string;
  category: TrackCategory;
  /** The 20-digit symbol identification code of MIL-STD-2525D. */
  symbol: string;
  latitudeDegrees: number;
  longitudeDegrees: number;
  heightMeters: number;
  speedMetersPerSecond: number;
  courseDegrees: number;
  climbMetersPerSecond: number;
  /** One sigma, horizontal. */
  ellipseSemiMajorMeters: number;
  ellipseSemiMinorMeters: number;
  ellipseMajorAzimuthDegrees: number;
  firstDetection: string;
  lastDetection: string;
  detections: number;
  sensors: string[];
  warningId: number | null;
}

export interface TrailView {
  id: string;
  /** Oldest first. */
  points: TrailPointView[];
}

export interface TrailPointView {
  time: string;
  latitudeDegrees: number;
  longitudeDegrees: number;
  heightMeters: number;
}

export type WarningState = 'suspected' | 'probable' | 'confirmed' | 'over' | 'cancelled' | 'expired';

export interface WarningView {
  id: number;
  revision: number;
  trackId: string;
  state: WarningState;
  class: string;
  /** Probability, 0 to 1, that this is a launched object. */
  confidence: number;
  raisedAt: string;
  updatedAt: string;
  launch: LaunchView | null;
  impact: ImpactView | null;
  reachesOrbit: boolean;
  apogeeMeters: number;
  timeToImpactSeconds: number | null;
  detections: number;
  sensors: string[];
  reason: string;
  /** Null before it was held against what was announced. */
  announced: VerdictView | null;
  /** The likeliest first; empty before it was worked out. */
  classProbabilities: ClassProbabilityView[];
  /** When its newest burn ended; null while that is unknown or an engine burns. */
  burnout: BurnoutView | null;
  /** One sigma. */
  apogeeSigmaMeters: number | null;
  /** Whether the engine had stopped when the impact was worked out, so that it should hold. */
  isImpactSettled: boolean;
  /** The warning of the object that this one came off. */
  parentId: number | null;
  /** The first warning of the family; its own, if it came off nothing. */
  familyId: number;
  modelVersion: string;
  /** Every change of its state, oldest first. */
  events: WarningEventView[];
}

export interface ClassProbabilityView {
  class: string;
  probability: number;
}

export interface BurnoutView {
  time: string;
  timeSigmaSeconds: number;
  heightMeters: number;
  speedMetersPerSecond: number;
}

export interface WarningEventView {
  revision: number;
  time: string;
  state: WarningState;
  reason: string;
  modelVersion: string;
  trackId: string;
  detections: number;
  lastDetection: string;
  sensors: string[];
}

export type VerdictLabel = 'unannounced' | 'ambiguous' | 'announced' | 'departed';

/** How a warning stands to what was announced. */
export interface VerdictView {
  label: VerdictLabel;
  /** The announcement that it was matched with. */
  announcement: string | null;
  /** Where it left what was announced: `field: by how much`. */
  departures: string[];
  /** What it may be, the likeliest first. */
  readings: ReadingView[];
}

export interface ReadingView {
  /** Null for a launch that was not announced. */
  announcement: string | null;
  probability: number;
  fields: { field: string; words: string; timesLikelier: number }[];
}

export type AnnouncementState = 'planned' | 'due' | 'flown' | 'not flown' | 'cancelled';

/** A launch that a party has announced. */
export interface AnnouncementView {
  /** `party/id` */
  name: string;
  revision: number;
  state: AnnouncementState;
  class: string;
  from: string;
  until: string;
  launchArea: AreaView;
  azimuth: { fromDegrees: number; toDegrees: number } | null;
  impactArea: AreaView | null;
  validUntil: string;
  note: string;
  receivedAt: string;
  acknowledged: AcknowledgementView | null;
  /** Whether nobody has acknowledged it for too long. */
  isFault: boolean;
  /** The warning of its flight. */
  warningId: number | null;
}

/** A circle, or with corners a polygon of [latitude, longitude]. */
export interface AreaView {
  latitudeDegrees: number;
  longitudeDegrees: number;
  radiusMeters: number;
  polygon: [latitude: number, longitude: number][];
}

export interface AcknowledgementView {
  by: string;
  note: string;
  at: string;
}

/** Radius and time are one sigma, and so is the ellipse. */
export interface LaunchView {
  time: string;
  timeSigmaSeconds: number;
  latitudeDegrees: number;
  longitudeDegrees: number;
  radiusMeters: number;
  azimuthDegrees: number;
  azimuthSigmaDegrees: number | null;
  semiMajorMeters: number;
  semiMinorMeters: number;
  majorAxisAzimuthDegrees: number;
}

/** One-sigma ellipse. */
export interface ImpactView {
  time: string;
  timeSigmaSeconds: number;
  latitudeDegrees: number;
  longitudeDegrees: number;
  semiMajorMeters: number;
  semiMinorMeters: number;
  majorAxisAzimuthDegrees: number;
}

export interface DetectionView {
  nodeId: string;
  kind: string;
  time: string;
  azimuthDegrees: number;
  elevationDegrees: number;
  /** Null for an infra-red detection, which is a direction from its node; so are the place and the height. */
  rangeMeters: number | null;
  latitudeDegrees: number | null;
  longitudeDegrees: number | null;
  heightMeters: number | null;
  /** The track that it updated; null: clutter, or not yet a track. */
  trackId: string | null;
}

export interface QuarantineView {
  number: number;
  receivedAt: string;
  topic: string;
  length: number;
  field: string;
  value: string;
  expected: string;
  /** The first 256 bytes of the payload, hexadecimal. */
  bytes: string;
}
