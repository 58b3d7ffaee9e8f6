import type { BoardView, ErrorView, FieldOfViewView, LearnedView, NodeView } from '../../data/views';
import { formatAzimuth, formatPlace } from '../../format/angle';
import { formatBytes, formatCount, formatLength } from '../../format/quantity';
import { capitalise, Unknown } from '../../format/text';
import { formatAge } from '../../format/time';
import { kindWords } from '../../lists/nodeList';
import type { Card } from './facts';

export function nodeCard(node: NodeView): Card {
  const placed = node.latitudeDegrees !== null && node.longitudeDegrees !== null;
  return {
    title: node.label ?? node.name,
    subtitle: `${kindWords(node)} · ${node.id}`,
    facts: [
      ['State', capitalise(node.state) + (node.stateReason === null ? '' : `: ${node.stateReason}`)],
      ['Heard', node.ageSeconds === null ? 'never' : `${formatAge(node.ageSeconds)} ago`],
      ['Messages', node.isAuthenticated === true ? 'authenticated' : 'not authenticated: not enrolled'],
      ...button(node),
      ['Position', placed ? formatPlace(node.latitudeDegrees ?? 0, node.longitudeDegrees ?? 0) : Unknown],
      ['Height', node.heightMeters === null ? Unknown : formatLength(node.heightMeters)],
      ...fieldOfView(node.fieldOfView),
      ['Reports', `${formatCount(node.reports)}, ${formatCount(node.missed)} missed`],
      ['Detections', formatCount(node.detections)],
      ['Quarantined', formatCount(node.quarantined)],
      ['Queue', node.reportsWaiting === null ? Unknown : `${formatCount(node.reportsWaiting)} waiting, ${formatCount(node.reportsDropped ?? 0)} dropped`],
      ...learned(node.learned ?? null),
      ['Firmware', node.firmware ?? Unknown],
      ...board(node.boot, node.board ?? null),
    ],
  };
}

/** What the board's button was used for. */
function button(node: NodeView): Card['facts'] {
  const facts: [string, string, boolean][] = [
    ['Test target', 'in its reports', node.isTesting === true],
    ['Marks', formatCount(node.marks ?? 0), (node.marks ?? 0) > 0],
  ];
  return facts.filter(([, , shown]) => shown).map(([name, words]): [string, string] => [name, words]);
}

function fieldOfView(view: FieldOfViewView | null): Card['facts'] {
  if (view === null) {
    return [];
  }
  const end = view.azimuthStartDegrees + view.azimuthWidthDegrees;
  const azimuth = view.azimuthWidthDegrees >= 360 ? 'all round' : `${formatAzimuth(view.azimuthStartDegrees)} to ${formatAzimuth(end)}`;
  return [
    ['Azimuth', azimuth],
    ['Elevation', `${view.elevationMinDegrees.toFixed(0)}° to ${view.elevationMaxDegrees.toFixed(0)}°`],
    ['Range', `${formatLength(view.rangeMinMeters)} to ${formatLength(view.rangeMaxMeters)}`],
  ];
}

/** What the board says of itself: only what it has said. */
function board(boot: number, view: BoardView | null): Card['facts'] {
  if (view === null) {
    return [['Start', formatCount(boot)]];
  }
  const because = view.bootReason === 'unknown' ? '' : `, by ${view.bootReason}`;
  const facts: [string, string | null][] = [
    ['Start', `${formatCount(boot)}${because}`],
    ['Fault before', view.cause],
    ['Safe mode', view.safeMode ? 'it crashed three times in a row, and does not scan' : null],
    ['Running for', view.uptimeSeconds === null ? null : formatAge(view.uptimeSeconds)],
    ['Clock', clock(view)],
    ['Memory', memory(view)],
    ['Signal', view.signalDbm === null ? null : `${view.signalDbm.toFixed(0)} dBm`],
    ['Reconnects', view.reconnects === null ? null : formatCount(view.reconnects)],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}

function clock(view: BoardView): string | null {
  if (view.clockSigmaSeconds === null) {
    return null;
  }
  const drift = view.driftPpm === null ? '' : `, drifts ${view.driftPpm.toFixed(1)} ppm`;
  return `${view.clock === null ? '' : `${view.clock}, `}± ${(view.clockSigmaSeconds * 1000).toFixed(0)} ms${drift}`;
}

function memory(view: BoardView): string | null {
  if (view.freeHeapBytes === null) {
    return null;
  }
  const largest = view.largestBlockBytes === null ? '' : `, ${formatBytes(view.largestBlockBytes)} in one piece`;
  return `${formatBytes(view.freeHeapBytes)} free${largest}`;
}

/** What the tracker has found out about the sensor, each number with one sigma. */
function learned(view: LearnedView | null): Card['facts'] {
  if (view === null) {
    return [];
  }
  const errors: [string, ErrorView | null, string, number][] = [
    ['Range error', view.rangeMeters, 'm', 1],
    ['Azimuth error', view.azimuthMilliradians, 'mrad', 2],
    ['Elevation error', view.elevationMilliradians, 'mrad', 2],
    ['Clock error', view.clockMilliseconds, 'ms', 0],
  ];
  return [
    ['False detections', `${view.falseDetectionsPerScan.toFixed(1)} ± ${view.falseDetectionsSigma.toFixed(1)} a scan`],
    ...errors
      .filter(([, error]) => error !== null)
      .map(([name, error, unit, digits]): [string, string] => [name, `${(error?.value ?? 0).toFixed(digits)} ± ${(error?.sigma ?? 0).toFixed(digits)} ${unit}`]),
  ];
}
