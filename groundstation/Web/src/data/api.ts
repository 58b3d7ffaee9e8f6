import type { PictureView, QuarantineView, TrailView } from './views';

const RequestTimeoutMilliseconds = 10_000;

/** An address of the station, relative to the page's own: it may live under a path behind a proxy. */
export function stationUrl(path: string): string {
  return new URL(path, document.baseURI).href;
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(stationUrl(path), {
    headers: { Accept: 'application/json' },
    cache: 'no-store',
    signal: AbortSignal.timeout(RequestTimeoutMilliseconds),
  });
  if (!response.ok) {
    throw new Error(`GET ${path}: ${response.status} ${response.statusText}, expected 200`);
  }
  return (await response.json()) as T;
}

export const getPicture = (): Promise<PictureView> => get('api/picture');
export const getTrails = (): Promise<TrailView[]> => get('api/trails');
export const getQuarantine = (): Promise<QuarantineView[]> => get('api/quarantine');
