import type { Feature } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import atlasUrl from 'world-atlas/countries-50m.json?url';
import { areaFeature, lineFeature, pointFeature } from '../geo/features';
import { graticule } from '../geo/graticule';
import { labelPoint } from '../geo/labelPoint';
import type { Position } from '../geo/position';

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

export interface Basemap {
  land: Feature[];
  coast: Feature[];
  borders: Feature[];
  graticule: Feature[];
  names: Feature[];
}

/** Natural Earth 1:50 million (world-atlas), from the page's own files: no map server is asked for anything. */
export async function loadBasemap(): Promise<Basemap> {
  const response = await fetch(atlasUrl);
  if (!response.ok) {
    throw new Error(`The basemap ${atlasUrl}: ${response.status} ${response.statusText}, expected 200`);
  }
  return toBasemap((await response.json()) as Atlas);
}

export function toBasemap(atlas: Atlas): Basemap {
  const { countries, land } = atlas.objects;
  return {
    land: feature(atlas, land).features.flatMap((area) => polygonsOf(area).map((rings) => areaFeature(rings, {}))),
    coast: lines(atlas, (a, b) => a === b),
    borders: lines(atlas, (a, b) => a !== b),
    graticule: [lineFeature(graticule(), {})],
    names: feature(atlas, countries).features.flatMap((country) => {
      const label = labelPoint(polygonsOf(country));
      return label === null ? [] : [pointFeature(label.place, { name: country.properties.name, rank: -label.size })];
    }),
  };
}

function lines(atlas: Atlas, keep: (a: GeometryObject, b: GeometryObject) => boolean): Feature[] {
  const found = mesh(atlas, atlas.objects.countries, keep).coordinates as Position[][];
  return [lineFeature(found.flatMap(withoutSeam), {})];
}

/** Natural Earth's own cut along the antimeridian is no coast. */
function withoutSeam(line: Position[]): Position[][] {
  const pieces: Position[][] = [[]];
  line.forEach((point, i) => {
    const before = line[i - 1];
    if (before !== undefined && onSeam(before) && onSeam(point)) {
      pieces.push([]);
    }
    pieces.at(-1)?.push(point);
  });
  return pieces;
}

const onSeam = ([longitude, latitude]: Position): boolean => Math.abs(longitude) === 180 || latitude < -89.9;

function polygonsOf(area: Feature): Position[][][] {
  switch (area.geometry.type) {
    case 'Polygon':
      return [area.geometry.coordinates as Position[][]];
    case 'MultiPolygon':
      return area.geometry.coordinates as Position[][][];
    default:
      return [];
  }
}
