// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LinkState } from '../../src/data/pictureSource';
import { SignalRSource } from '../../src/data/signalrSource';
import { Some } from '../some';

/** A hub connection that starts or fails as the test says. */
const hub = vi.hoisted(() => ({
  state: 'Disconnected',
  refuses: 0,
  messages: new Map<string, (argument: unknown) => void>(),
  closed: (): void => undefined,
  on(name: string, handler: (argument: unknown) => void) {
    this.messages.set(name, handler);
  },
  onclose(handler: () => void) {
    this.closed = handler;
  },
  async start() {
    if (this.refuses-- > 0) {
      throw new Error('refused');
    }
    this.state = 'Connected';
  },
  async stop() {
    this.state = 'Disconnected';
    this.closed();
  },
}));

vi.mock('@microsoft/signalr', () => {
  const builder = { withUrl: () => builder, configureLogging: () => builder, build: () => hub };
  return { HubConnectionBuilder: class { constructor() { return builder; } }, HubConnectionState: { Connected: 'Connected', Disconnected: 'Disconnected' }, LogLevel: { None: 6 } };
});

let links: LinkState[];
let pictures: [revision: number, fresh: boolean][];
let apiWorks: boolean;

function start(): SignalRSource {
  const source = new SignalRSource();
  source.start({
    link: (state) => links.push(state),
    picture: (picture, fresh) => pictures.push([picture.revision, fresh]),
    trails: () => undefined,
    detections: () => undefined,
  });
  return source;
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  hub.state = 'Disconnected';
  hub.refuses = 0;
  links = [];
  pictures = [];
  apiWorks = true;
  vi.stubGlobal('fetch', async (url: string) =>
    apiWorks ? Response.json(url.endsWith('trails') ? [] : Some.picture({ revision: 7 })) : new Response('', { status: 503 }),
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('asks for the whole picture when the link comes up, then takes what the hub sends', async () => {
  start();
  await settle();
  hub.messages.get('picture')?.(Some.picture({ revision: 8 }));
  expect(links).toEqual(['connecting', 'connected']);
  expect(pictures).toEqual([[7, true], [8, false]]);
});

test('tries again until the station is there', async () => {
  hub.refuses = 3;
  start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(links).toEqual(['connecting', 'lost', 'lost', 'lost', 'connected']);
});

test('comes back by itself when the link breaks, with a fresh picture', async () => {
  start();
  await settle();
  hub.state = 'Disconnected';
  hub.closed();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(links).toEqual(['connecting', 'connected', 'lost', 'connected']);
  expect(pictures).toEqual([[7, true], [7, true]]);
});

test('is not connected while the station answers nothing', async () => {
  apiWorks = false;
  start();
  await settle();
  expect(links).toEqual(['connecting', 'lost']);
  apiWorks = true;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(links.at(-1)).toBe('connected');
});

test('stays away once stopped', async () => {
  const source = start();
  await settle();
  source.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(links).toEqual(['connecting', 'connected']);
});
