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

/** Says that a person has seen an announcement as it now stands. */
export async function acknowledgeAnnouncement(name: string, by: string, note: string): Promise<void> {
  // Both halves of a name are of a-z, 0-9 and '-'.
  const response = await fetch(stationUrl(`api/announcements/${name}/acknowledge`), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ by, note }),
    signal: AbortSignal.timeout(RequestTimeoutMilliseconds),
  });
  if (!response.ok) {
    throw new Error(await errorOf(response));
  }
}

/** What the station says is wrong; what the answer is where it says nothing. */
async function errorOf(response: Response): Promise<string> {
  try {
    const { error } = (await response.json()) as { error?: unknown };
    if (typeof error === 'string') {
      return error;
    }
  } catch {
    // No JSON: a proxy's page, or nothing.
  }
  return `the station answered ${response.status} ${response.statusText}`;
}

export const getPicture = (): Promise<PictureView> => get('api/picture');
export const getTrails = (): Promise<TrailView[]> => get('api/trails');
export const getQuarantine = (): Promise<QuarantineView[]> => get('api/quarantine');
