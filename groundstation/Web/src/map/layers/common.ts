import type { ExpressionSpecification } from 'maplibre-gl';
import { Palette } from '../palette';

/** Families that common systems have; MapLibre appends sans-serif. */
export const MapFont = ['Segoe UI', 'Roboto', 'Helvetica Neue', 'Noto Sans', 'Liberation Sans'];

export const LabelPaint = {
  'text-color': Palette.label,
  'text-halo-color': Palette.halo,
  'text-halo-width': 1.4,
} as const;

/** Symbols shrink where the whole globe is in view. */
export const IconSize: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 1, 0.6, 3.5, 1];
