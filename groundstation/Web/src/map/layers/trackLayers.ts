import type { LayerSpecification } from 'maplibre-gl';
import { Palette } from '../palette';
import { IconSize, LabelPaint, MapFont } from './common';

export const TrackLayers: LayerSpecification[] = [
  { id: 'ellipse-fill', type: 'fill', source: 'ellipse', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': Palette.selected, 'fill-opacity': 0.14 } },
  { id: 'ellipse-line', type: 'line', source: 'ellipse', filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': Palette.selected, 'line-width': 1.2 } },
  {
    id: 'trails',
    type: 'line',
    source: 'trails',
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': ['get', 'colour'],
      'line-width': ['case', ['get', 'selected'], 3, 1.8],
      'line-opacity': ['case', ['get', 'selected'], 1, 0.75],
    },
  },
  { id: 'leaders', type: 'line', source: 'leaders', paint: { 'line-color': ['get', 'colour'], 'line-width': 1.4, 'line-dasharray': [2, 1.5] } },
];

export const TrackLabelLayers: LayerSpecification[] = [
  {
    id: 'track-ring',
    type: 'circle',
    source: 'tracks',
    filter: ['get', 'selected'],
    paint: { 'circle-radius': 19, 'circle-color': Palette.selected, 'circle-opacity': 0.12, 'circle-stroke-color': Palette.selected, 'circle-stroke-width': 2 },
  },
  {
    id: 'tracks',
    type: 'symbol',
    source: 'tracks',
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-size': IconSize,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'symbol-sort-key': ['case', ['get', 'selected'], 1, 0],
    },
  },
  {
    id: 'track-labels',
    type: 'symbol',
    source: 'tracks',
    layout: {
      'text-field': ['get', 'label'],
      'text-font': MapFont,
      'text-size': 12,
      'text-line-height': 1.25,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 1.7,
      'text-justify': 'auto',
      'text-padding': 2,
      // What is selected is labelled first, then what is warned of; the rest gives way where it is crowded.
      'symbol-sort-key': ['get', 'labelRank'],
    },
    paint: LabelPaint,
  },
];
