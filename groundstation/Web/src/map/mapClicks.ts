import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { Selected, Selection } from '../data/selection';

/** Half the side of the square in which a click finds something: a finger is not a needle. */
const ReachPixels = 8;

/** From the topmost down. */
const KindOfLayer = [
  ['tracks', 'track'],
  ['track-labels', 'track'],
  ['warning-points', 'warning'],
  ['warning-labels', 'warning'],
  ['announcement-labels', 'announcement'],
  ['nodes', 'node'],
  ['node-labels', 'node'],
] as const;

export function selectByClick(map: MapLibreMap, selection: Selection): void {
  map.on('click', (event) => selection.select(at(map, event)));
  map.on('mousemove', (event) => {
    map.getCanvas().style.cursor = at(map, event) === null ? '' : 'pointer';
  });
}

function at(map: MapLibreMap, { point: { x, y } }: MapMouseEvent): Selected {
  const found = map.queryRenderedFeatures(
    [
      [x - ReachPixels, y - ReachPixels],
      [x + ReachPixels, y + ReachPixels],
    ],
    { layers: KindOfLayer.map(([layer]) => layer) },
  );
  for (const [layer, kind] of KindOfLayer) {
    const id: unknown = found.find((feature) => feature.layer.id === layer)?.properties['id'];
    if (kind === 'warning' && typeof id === 'number') {
      return { kind, id };
    }
    if (kind !== 'warning' && typeof id === 'string') {
      return { kind, id };
    }
  }
  return null;
}
