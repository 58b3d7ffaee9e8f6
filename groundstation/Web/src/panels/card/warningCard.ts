import type { BurnoutView, ImpactView, LaunchView, ReadingView, WarningView } from '../../data/views';
import { verdictWords } from '../../format/announcement';
import { formatAzimuth, formatPlace } from '../../format/angle';
import { formatCount, formatLength, formatProbability, formatSpeed } from '../../format/quantity';
import { capitalise } from '../../format/text';
import { formatCountdown, formatSigma, formatTime } from '../../format/time';
import { FiftyPercentSigmas, NinetyPercentSigmas } from '../../geo/ellipse';
import type { Card, Fact } from './facts';

/** A class less likely than this is not worth a line. */
const LeastShown = 0.005;

/** @param family All warnings of its family, itself among them. */
export function warningCard(warning: WarningView, family: readonly WarningView[], now: number): Card {
  return {
    title: `Warning W${warning.id}`,
    subtitle: `${capitalise(warning.class)} · ${warning.state} · ${formatProbability(warning.confidence)}`,
    notice: notice(warning),
    shares: warning.classProbabilities.filter(({ probability }) => probability >= LeastShown).map(({ class: name, probability }) => ({ name, share: probability })),
    facts: [
      ...(warning.launch === null ? [['Launch', 'not known'] as const] : launch(warning.launch)),
      ...(warning.burnout === null ? [] : [burnout(warning.burnout)]),
      ['Apogee', `${formatLength(warning.apogeeMeters)}${warning.apogeeSigmaMeters === null ? '' : ` ± ${formatLength(warning.apogeeSigmaMeters)}`}`],
      ...(warning.impact === null ? [['Impact', warning.reachesOrbit ? 'none: reaches orbit' : 'not known'] as const] : impact(warning, warning.impact, now)),
      ...announced(warning),
      ...familyFact(warning, family),
      ['Track', warning.trackId],
      ['Detections', `${formatCount(warning.detections)} of ${warning.sensors.join(', ')}`],
      ['Raised', formatTime(Date.parse(warning.raisedAt))],
      ['Updated', `${formatTime(Date.parse(warning.updatedAt))}, revision ${formatCount(warning.revision)}`],
      ['Reason', warning.reason],
      ['Model', warning.modelVersion],
    ],
    history: warning.events
      .map((event) => ({
        key: String(event.revision),
        time: formatTime(Date.parse(event.time)),
        title: capitalise(event.state),
        words: `${event.reason} (${event.trackId}, ${formatCount(event.detections)} detections by ${event.sensors.length} sensors, last ${formatTime(Date.parse(event.lastDetection))})`,
      }))
      .reverse(),
  };
}

function notice(warning: WarningView): Card['notice'] {
  const label = warning.announced?.label;
  return label === undefined || label === 'unannounced' ? undefined : { tone: label, words: capitalise(label === 'ambiguous' ? 'may be announced, or not' : verdictWords(warning)) };
}

function launch(estimate: LaunchView): readonly Fact[] {
  const azimuth = formatAzimuth(estimate.azimuthDegrees);
  return [
    ['Launch', `${formatTime(Date.parse(estimate.time))} ± ${formatSigma(estimate.timeSigmaSeconds)}`],
    ['From', formatPlace(estimate.latitudeDegrees, estimate.longitudeDegrees)],
    ['Launch 50 %', axes(estimate, FiftyPercentSigmas)],
    ['Launch 90 %', axes(estimate, NinetyPercentSigmas)],
    ['Azimuth', estimate.azimuthSigmaDegrees === null ? azimuth : `${azimuth} ± ${estimate.azimuthSigmaDegrees.toFixed(1)}°`],
  ];
}

function burnout(estimate: BurnoutView): Fact {
  const time = `${formatTime(Date.parse(estimate.time))} ± ${formatSigma(estimate.timeSigmaSeconds)}`;
  return ['Burn-out', `${time}, at ${formatLength(estimate.heightMeters)}, ${formatSpeed(estimate.speedMetersPerSecond)}`];
}

function impact(warning: WarningView, estimate: ImpactView, now: number): readonly Fact[] {
  const time = Date.parse(estimate.time);
  return [
    ['Impact', `${formatTime(time)} ± ${formatSigma(estimate.timeSigmaSeconds)} (${formatCountdown((time - now) / 1000)})${warning.isImpactSettled ? '' : ', moves: engine burning'}`],
    ['At', formatPlace(estimate.latitudeDegrees, estimate.longitudeDegrees)],
    ['Impact 50 %', axes(estimate, FiftyPercentSigmas)],
    ['Impact 90 %', axes(estimate, NinetyPercentSigmas)],
  ];
}

/** The half axes of an ellipse so many sigmas large, and where the larger points. */
function axes(ellipse: { semiMajorMeters: number; semiMinorMeters: number; majorAxisAzimuthDegrees: number }, sigmas: number): string {
  const [a, b] = [ellipse.semiMajorMeters * sigmas, ellipse.semiMinorMeters * sigmas];
  return `${formatLength(a)} × ${formatLength(b)}, ${formatAzimuth(ellipse.majorAxisAzimuthDegrees)}`;
}

/** Each reading with its probability and what speaks for and against it. */
function announced(warning: WarningView): readonly Fact[] {
  const verdict = warning.announced;
  if (verdict === null) {
    return [];
  }
  return verdict.label === 'unannounced' && verdict.readings.length <= 1
    ? [['Announced', 'no announcement fits']]
    : [['Announced', verdict.readings.map(readingWords).join('\n')]];
}

function readingWords(reading: ReadingView): string {
  const fields = reading.fields.map((field) => `${field.field} ${field.words}`).join(', ');
  return `${formatProbability(reading.probability)} ${reading.announcement ?? 'not announced'}${fields === '' ? '' : `: ${fields}`}`;
}

function familyFact(warning: WarningView, family: readonly WarningView[]): readonly Fact[] {
  const others = family.filter((member) => member.id !== warning.id);
  if (others.length === 0) {
    return warning.parentId === null ? [] : [['Family', `came off W${warning.parentId}`]];
  }
  const members = family.map((member) => `W${member.id}${member.parentId === null ? '' : `, came off W${member.parentId}`}: ${member.class}, ${member.state}`);
  return [['Family', members.join('\n')]];
}
