import type { Feature, FeatureCollection, GeoJsonProperties, MultiLineString, MultiPolygon, Point } from 'geojson';
import { cutLine, cutPolygon } from './antimeridian';
import { wrapLongitude, type Position } from './position';

/** GeoJSON for the map, cut at the antimeridian. */
export function areaFeature(rings: readonly Position[][], properties: GeoJsonProperties): Feature<MultiPolygon> {
  return { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates: cutPolygon(rings) } };
}

export function lineFeature(lines: readonly (readonly Position[])[], properties: GeoJsonProperties): Feature<MultiLineString> {
  return { type: 'Feature', properties, geometry: { type: 'MultiLineString', coordinates: lines.flatMap(cutLine) } };
}

export function pointFeature([longitude, latitude]: Position, properties: GeoJsonProperties): Feature<Point> {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [wrapLongitude(longitude), latitude] } };
}

export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}
