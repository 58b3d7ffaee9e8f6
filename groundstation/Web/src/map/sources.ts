import type { Feature } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { collection } from '../geo/features';

/** The GeoJSON sources of the map. */
export const SourceNames = [
  'land',
  'coast',
  'borders',
  'graticule',
  'names',
  'fields-of-view',
  'announcement-areas',
  'announcement-lines',
  'warning-areas',
  'warning-lines',
  'trails',
  'detections',
  'bearings',
  'leaders',
  'ellipse',
  'nodes',
  'announcement-points',
  'warning-points',
  'tracks',
] as const;

export type SourceName = (typeof SourceNames)[number];

export function show(map: MapLibreMap, name: SourceName, features: Feature[]): void {
  const source = map.getSource<GeoJSONSource>(name);
  void source?.setData(collection(features));
}
