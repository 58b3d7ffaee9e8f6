import type { LayerSpecification } from 'maplibre-gl';
import { Palette } from '../palette';
import { MapFont } from './common';

export const BasemapLayers: LayerSpecification[] = [
  { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': Palette.land, 'fill-antialias': false } },
  { id: 'graticule', type: 'line', source: 'graticule', paint: { 'line-color': Palette.graticule, 'line-width': 1 } },
  { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': Palette.border, 'line-width': 1 } },
  {
    id: 'coast',
    type: 'line',
    source: 'coast',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': Palette.coast, 'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.6, 6, 1.4] },
  },
];

export const NameLayers: LayerSpecification[] = [
  {
    id: 'names',
    type: 'symbol',
    source: 'names',
    minzoom: 2,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': MapFont,
      'text-size': 11,
      'text-letter-spacing': 0.12,
      'text-transform': 'uppercase',
      'text-max-width': 8,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': Palette.placeName, 'text-halo-color': Palette.land, 'text-halo-width': 1 },
  },
];
