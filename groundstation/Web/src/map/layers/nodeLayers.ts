import type { LayerSpecification } from 'maplibre-gl';
import { Palette } from '../palette';
import { IconSize, LabelPaint, MapFont } from './common';

export const NodeLayers: LayerSpecification[] = [
  { id: 'fields-of-view-fill', type: 'fill', source: 'fields-of-view', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': Palette.fieldOfView, 'fill-opacity': ['case', ['get', 'selected'], 0.1, 0.035] } },
  { id: 'fields-of-view-line', type: 'line', source: 'fields-of-view', filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': Palette.fieldOfView, 'line-width': ['case', ['get', 'selected'], 1.6, 1], 'line-opacity': ['case', ['get', 'selected'], 0.9, 0.45] } },
  {
    id: 'node-ring',
    type: 'circle',
    source: 'nodes',
    filter: ['get', 'selected'],
    paint: { 'circle-radius': 18, 'circle-color': Palette.selected, 'circle-opacity': 0.12, 'circle-stroke-color': Palette.selected, 'circle-stroke-width': 2 },
  },
  {
    id: 'nodes',
    type: 'symbol',
    source: 'nodes',
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-size': IconSize,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
  {
    id: 'node-labels',
    type: 'symbol',
    source: 'nodes',
    layout: {
      'text-field': ['get', 'label'],
      'text-font': MapFont,
      'text-size': 11,
      'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
      'text-radial-offset': 1.4,
      'text-justify': 'auto',
    },
    paint: { ...LabelPaint, 'text-color': '#b4c4d3' },
  },
];
