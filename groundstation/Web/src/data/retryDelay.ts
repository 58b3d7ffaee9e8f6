const FirstMilliseconds = 500;
const LongestMilliseconds = 10_000;

/** How long to wait before the next try: doubling from half a second to ten, less up to a quarter so that pages do not come back all at once. */
export function retryDelayMilliseconds(attempt: number, random: number): number {
  const full = Math.min(LongestMilliseconds, FirstMilliseconds * 2 ** Math.min(attempt, 16));
  return full * (1 - random / 4);
}
