import { stationUrl } from '../data/api';
import type { AssuranceReport, JointView } from './view';

const RequestTimeoutMilliseconds = 10_000;

async function get<T>(path: string): Promise<T> {
  const response = await fetch(stationUrl(path), { cache: 'no-store', signal: AbortSignal.timeout(RequestTimeoutMilliseconds) });
  if (!response.ok) {
    throw new Error(`GET ${path}: ${response.status} ${response.statusText}, expected 200`);
  }
  return (await response.json()) as T;
}

export const getJoint = (withFusion: boolean): Promise<JointView> => get(`api/joint?fusion=${withFusion}`);
export const getAssurances = (party: string): Promise<AssuranceReport> => get(`api/joint/assurances/${party}`);

/** Says something in the party's name: it is signed at the station and goes into the log. */
export async function say(act: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const response = await fetch(stationUrl(`api/joint/${act}`), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(RequestTimeoutMilliseconds),
  });
  if (!response.ok) {
    const answer = (await response.json().catch(() => null)) as { error?: string } | null;
    throw new Error(answer?.error ?? `the station answered ${response.status} ${response.statusText}`);
  }
}
