import type { FieldOfViewView, NodeView } from '../../data/views';
import { formatAzimuth, formatPlace } from '../../format/angle';
import { formatCount, formatLength } from '../../format/quantity';
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
      ['Position', placed ? formatPlace(node.latitudeDegrees ?? 0, node.longitudeDegrees ?? 0) : Unknown],
      ['Height', node.heightMeters === null ? Unknown : formatLength(node.heightMeters)],
      ...fieldOfView(node.fieldOfView),
      ['Reports', `${formatCount(node.reports)}, ${formatCount(node.missed)} missed`],
      ['Detections', formatCount(node.detections)],
      ['Quarantined', formatCount(node.quarantined)],
      ['Queue', node.reportsWaiting === null ? Unknown : `${formatCount(node.reportsWaiting)} waiting, ${formatCount(node.reportsDropped ?? 0)} dropped`],
      ['Firmware', `${node.firmware ?? Unknown}, boot ${formatCount(node.boot)}`],
    ],
  };
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
