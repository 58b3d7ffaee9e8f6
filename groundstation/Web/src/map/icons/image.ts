import type { Map as MapLibreMap } from 'maplibre-gl';

/** Twice as fine as the screen's pixels: sharp on a projector and on a telephone. */
export const IconPixelRatio = 2;

/** Draws an image of so many screen pixels square, with the origin in its middle. */
export function draw(sizePixels: number, paint: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = sizePixels * IconPixelRatio;
  canvas.height = sizePixels * IconPixelRatio;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) {
    throw new Error('This browser has no 2D canvas');
  }
  context.scale(IconPixelRatio, IconPixelRatio);
  context.translate(sizePixels / 2, sizePixels / 2);
  paint(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

export function addImage(map: MapLibreMap, name: string, image: () => ImageData): void {
  if (!map.hasImage(name)) {
    map.addImage(name, image(), { pixelRatio: IconPixelRatio });
  }
}
