import type { Feature } from 'geojson';
import type { NodeView } from '../../data/views';
import { areaFeature, lineFeature, pointFeature } from '../../geo/features';
import type { Position } from '../../geo/position';
import { sector } from '../../geo/sector';
import { nodeIconName } from '../icons/nodeImages';

/** Null before the node's birth. */
export function placeOfNode(node: NodeView): Position | null {
  return node.latitudeDegrees === null || node.longitudeDegrees === null ? null : [node.longitudeDegrees, node.latitudeDegrees];
}

export function nodeFeatures(nodes: readonly NodeView[], selectedId: string | null): Feature[] {
  return nodes.flatMap((node) => {
    const place = placeOfNode(node);
    return place === null
      ? []
      : [pointFeature(place, { id: node.id, icon: nodeIconName(node.kind, node.state), label: node.label ?? node.name, selected: node.id === selectedId })];
  });
}

/** Of the selected node, or of all. */
export function fieldOfViewFeatures(nodes: readonly NodeView[], selectedId: string | null, all: boolean): Feature[] {
  return nodes.flatMap((node) => {
    const place = placeOfNode(node);
    const view = node.fieldOfView;
    const selected = node.id === selectedId;
    if (place === null || view === null || !(all || selected)) {
      return [];
    }
    const rings = sector(place, view.azimuthStartDegrees, view.azimuthWidthDegrees, view.rangeMinMeters, view.rangeMaxMeters);
    return [areaFeature(rings, { selected }), lineFeature(rings, { selected })];
  });
}
