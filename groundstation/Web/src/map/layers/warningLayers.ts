import type { LayerSpecification } from 'maplibre-gl';
import { LabelPaint, MapFont } from './common';

export const WarningAreaLayers: LayerSpecification[] = [
  { id: 'warning-areas', type: 'fill', source: 'warning-areas', paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': ['get', 'opacity'] } },
  {
    id: 'warning-outlines',
    type: 'line',
    source: 'warning-lines',
    filter: ['!=', ['get', 'kind'], 'path'],
    paint: {
      'line-color': ['get', 'colour'],
      'line-width': ['case', ['get', 'selected'], 2.4, 1.5],
      'line-opacity': ['case', ['==', ['get', 'kind'], 'core'], 0.55, 1],
    },
  },
  {
    id: 'warning-paths',
    type: 'line',
    source: 'warning-lines',
    filter: ['==', ['get', 'kind'], 'path'],
    paint: { 'line-color': ['get', 'colour'], 'line-width': 1.4, 'line-opacity': 0.85, 'line-dasharray': [4, 3] },
  },
];

export const WarningPointLayers: LayerSpecification[] = [
  {
    id: 'warning-points',
    type: 'symbol',
    source: 'warning-points',
    layout: { 'icon-image': ['get', 'icon'], 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  },
  {
    id: 'warning-labels',
    type: 'symbol',
    source: 'warning-points',
    layout: {
      'text-field': ['get', 'label'],
      'text-font': MapFont,
      'text-size': 12.5,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 1.2,
      'text-justify': 'auto',
    },
    paint: { ...LabelPaint, 'text-color': ['get', 'colour'] },
  },
];
