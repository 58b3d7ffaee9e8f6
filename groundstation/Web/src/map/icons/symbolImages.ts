import type { Map as MapLibreMap } from 'maplibre-gl';
import { addImage, draw, IconPixelRatio } from './image';
import { knownCode, milSymbol } from './milSymbol';

const SymbolSize = 19;

export function trackIconName(code: string): string {
  return `track/${knownCode(code)}`;
}

export function addTrackIcon(map: MapLibreMap, code: string): void {
  addImage(map, trackIconName(code), () => symbolImage(code, SymbolSize, () => undefined));
}

/** The symbol with its anchor in the image's middle, and what `over` paints on it. */
export function symbolImage(code: string, size: number, over: (context: CanvasRenderingContext2D, halfPixels: number) => void): ImageData {
  const symbol = milSymbol(code, size);
  const anchor = symbol.getAnchor();
  const { width, height } = symbol.getSize();
  const half = Math.ceil(Math.max(anchor.x, width - anchor.x, anchor.y, height - anchor.y));
  const canvas = symbol.asCanvas(IconPixelRatio);
  return draw(2 * half, (context) => {
    context.drawImage(canvas, -anchor.x, -anchor.y, width, height);
    over(context, half);
  });
}
