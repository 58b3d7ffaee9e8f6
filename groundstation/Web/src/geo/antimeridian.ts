import type { Position } from './position';

/**
 * RFC 7946, 3.1.9: what crosses the antimeridian is to be cut there, so that no part of it crosses. Rings and lines may come with
 * longitudes that jump by 360 there, or that go on beyond ±180; both are understood.
 */
export function cutPolygon(rings: readonly Position[][]): Position[][][] {
  const [outer, ...holes] = rings.map(unwrapRing);
  if (outer === undefined) {
    return [];
  }
  const [west, east] = extent(outer);
  const polygons: Position[][][] = [];
  for (let strip = stripOf(west); strip <= stripOf(east); strip++) {
    const [from, to] = [Math.max(west, edge(strip)), Math.min(east, edge(strip + 1))];
    const cut = (ring: readonly Position[]): Position[] => clip(ring, from, to).map((point) => toStripZero(point, strip));
    const shell = cut(outer);
    if (shell.length >= 4) {
      // A hole may lie a turn away from its shell after each was unwrapped by itself.
      const inside = holes.flatMap((hole) => [-360, 0, 360].map((turn) => cut(hole.map(([x, y]) => [x + turn, y]))));
      polygons.push([shell, ...inside.filter((hole) => hole.length >= 4)]);
    }
  }
  return polygons;
}

/** Cuts a line where it crosses the antimeridian. */
export function cutLine(line: readonly Position[]): Position[][] {
  const pieces: Position[][] = [];
  let piece: Position[] = [];
  let strip = 0;
  let before: Position | undefined;
  for (const point of unwrap(line)) {
    if (before === undefined) {
      strip = stripOf(point[0]);
    }
    while (before !== undefined && (point[0] > edge(strip + 1) || point[0] < edge(strip))) {
      const east = point[0] > edge(strip + 1);
      const crossing = crossingAt(before, point, edge(east ? strip + 1 : strip));
      pieces.push([...piece, toStripZero(crossing, strip)]);
      strip += east ? 1 : -1;
      piece = [toStripZero(crossing, strip)];
    }
    piece.push(toStripZero(point, strip));
    before = point;
  }
  pieces.push(piece);
  return pieces.filter((p) => p.length >= 2);
}

/** Longitudes that go on instead of jumping by 360. */
export function unwrap(line: readonly Position[]): Position[] {
  let turn = 0;
  let before: number | undefined;
  return line.map(([longitude, latitude]) => {
    if (before !== undefined) {
      turn -= 360 * Math.round((longitude + turn - before) / 360);
    }
    before = longitude + turn;
    return [before, latitude];
  });
}

/**
 * The ring without its closing point, unwrapped. One that does not come back to where it started has gone round a pole, the one on
 * whose side it lies: it is closed by way of it.
 */
function unwrapRing(ring: readonly Position[]): Position[] {
  const open = unwrap(ring);
  const first = open[0];
  const last = open.at(-1);
  if (first === undefined || last === undefined || Math.abs(last[0] - first[0]) < 180) {
    return open.slice(0, -1);
  }
  const meanLatitude = open.reduce((sum, point) => sum + point[1], 0) / open.length;
  const pole = meanLatitude < 0 ? -90 : 90;
  return [...open, [last[0], pole], [first[0], pole]];
}

/** The part of a ring between two meridians, closed: the method of I. Sutherland and G. Hodgman (CACM 17, 1974) for two edges. */
function clip(ring: readonly Position[], west: number, east: number): Position[] {
  const kept = clipAt(clipAt(ring, west, 1), east, -1);
  const first = kept[0];
  return first === undefined ? [] : [...kept, first];
}

/** The part of a ring on one side of a meridian: side 1 keeps the east of it, -1 the west. */
function clipAt(ring: readonly Position[], meridian: number, side: 1 | -1): Position[] {
  const kept: Position[] = [];
  ring.forEach((from, i) => {
    const to = ring[(i + 1) % ring.length] ?? from;
    const fromInside = side * (from[0] - meridian) >= 0;
    const toInside = side * (to[0] - meridian) >= 0;
    if (fromInside) {
      kept.push(from);
    }
    if (fromInside !== toInside && from[0] !== meridian && to[0] !== meridian) {
      kept.push(crossingAt(from, to, meridian));
    }
  });
  return kept;
}

/** Strip n lies between the meridians -180 + 360 n and 180 + 360 n. */
const edge = (strip: number): number => -180 + 360 * strip;
const stripOf = (longitude: number): number => Math.floor((longitude + 180) / 360);
const toStripZero = ([longitude, latitude]: Position, strip: number): Position => [longitude - 360 * strip, latitude];

function crossingAt(from: Position, to: Position, meridian: number): Position {
  const part = (meridian - from[0]) / (to[0] - from[0]);
  return [meridian, from[1] + part * (to[1] - from[1])];
}

function extent(ring: readonly Position[]): [number, number] {
  let west = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  for (const [longitude] of ring) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
  }
  return [west, east];
}
