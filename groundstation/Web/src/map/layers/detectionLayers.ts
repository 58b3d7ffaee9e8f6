import type { LayerSpecification } from 'maplibre-gl';

export const DetectionLayers: LayerSpecification[] = [
  {
    id: 'bearings',
    type: 'line',
    source: 'bearings',
    paint: { 'line-color': ['get', 'colour'], 'line-width': 1.2, 'line-opacity': ['get', 'opacity'] },
  },
  {
    id: 'detections',
    type: 'circle',
    source: 'detections',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 2, 1.5, 7, 3.2],
      'circle-color': ['get', 'colour'],
      'circle-opacity': ['get', 'opacity'],
    },
  },
];
