import type { LayerSpecification } from 'maplibre-gl';
import { Palette } from '../palette';
import { LabelPaint, MapFont } from './common';

export const AnnouncementAreaLayers: LayerSpecification[] = [
  {
    id: 'announcement-areas',
    type: 'fill',
    source: 'announcement-areas',
    paint: { 'fill-color': Palette.announced, 'fill-opacity': ['case', ['get', 'selected'], 0.1, 0.03] },
  },
  {
    id: 'announcement-outlines',
    type: 'line',
    source: 'announcement-lines',
    paint: {
      'line-color': Palette.announced,
      'line-width': ['case', ['get', 'selected'], 2.4, 1.2],
      'line-opacity': ['case', ['get', 'selected'], 1, 0.7],
      'line-dasharray': [2, 2],
    },
  },
];

export const AnnouncementLabelLayers: LayerSpecification[] = [
  {
    id: 'announcement-labels',
    type: 'symbol',
    source: 'announcement-points',
    layout: {
      'text-field': ['get', 'label'],
      'text-font': MapFont,
      'text-size': 12,
      'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
      'text-radial-offset': 1.4,
      'text-justify': 'auto',
      'symbol-sort-key': ['case', ['get', 'selected'], 0, 1],
    },
    paint: { ...LabelPaint, 'text-color': Palette.announced },
  },
];
