import type { Map as MapLibreMap } from 'maplibre-gl';
import { Palette, WarningColour, type WarningTone } from '../palette';
import { addImage, draw } from './image';

const Tones = Object.keys(WarningColour) as WarningTone[];
const SizePixels = 22;

export const launchIconName = (tone: WarningTone): string => `launch/${tone}`;
export const impactIconName = (tone: WarningTone): string => `impact/${tone}`;

/** A triangle where it rose, a crossed circle where it comes down. */
export function addWarningIcons(map: MapLibreMap): void {
  for (const tone of Tones) {
    addImage(map, launchIconName(tone), () => draw(SizePixels, (context) => outlined(context, WarningColour[tone], triangle)));
    addImage(map, impactIconName(tone), () => draw(SizePixels, (context) => outlined(context, WarningColour[tone], crossedCircle)));
  }
}

function outlined(context: CanvasRenderingContext2D, colour: string, shape: (context: CanvasRenderingContext2D) => void): void {
  for (const [width, style] of [
    [5, Palette.halo],
    [2, colour],
  ] as const) {
    context.beginPath();
    shape(context);
    context.lineWidth = width;
    context.strokeStyle = style;
    context.stroke();
  }
}

function triangle(context: CanvasRenderingContext2D): void {
  context.moveTo(0, -7);
  context.lineTo(6.5, 5);
  context.lineTo(-6.5, 5);
  context.closePath();
}

function crossedCircle(context: CanvasRenderingContext2D): void {
  context.arc(0, 0, 5.5, 0, 2 * Math.PI);
  for (const [x, y] of [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const) {
    context.moveTo(x * 2.5, y * 2.5);
    context.lineTo(x * 9, y * 9);
  }
}
