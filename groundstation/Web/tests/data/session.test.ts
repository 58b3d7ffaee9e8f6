import { expect, test } from 'vitest';
import type { PictureHandlers, PictureSource } from '../../src/data/pictureSource';
import { Session } from '../../src/data/session';
import { Some } from '../some';

class ScriptedSource implements PictureSource {
  handlers!: PictureHandlers;
  start(handlers: PictureHandlers): void {
    this.handlers = handlers;
  }
  stop(): void {}
}

function open() {
  const source = new ScriptedSource();
  const local = { milliseconds: 0 };
  const session = new Session(source, () => local.milliseconds);
  return { source, local, session };
}

test('a picture moves the clock, the trails and the lists', () => {
  const { source, local, session } = open();
  source.handlers.picture(Some.picture({ tracks: [Some.track()] }), true);
  local.milliseconds = 500;
  expect(new Date(session.now()).toISOString()).toBe('2026-03-12T09:41:00.500Z');
  expect(session.trails.pointCount).toBe(1);
  expect(session.pictures.track('T1')).toBeDefined();
});

test('a picture that comes late changes nothing', () => {
  const { source, session } = open();
  source.handlers.picture(Some.picture({ revision: 5, tracks: [Some.track()] }), true);
  source.handlers.picture(Some.picture({ revision: 4 }), false);
  expect(session.pictures.picture.value?.revision).toBe(5);
  expect(session.trails.pointCount).toBe(1);
});

test('trails that come after the picture are shown at once', () => {
  const { source, session } = open();
  source.handlers.picture(Some.picture({ tracks: [Some.track()] }), true);
  const shown: number[] = [];
  session.pictures.picture.subscribe(() => shown.push(session.trails.pointCount));
  source.handlers.trails([{ id: 'T1', points: [{ time: '2026-03-12T09:40:00.000Z', latitudeDegrees: 70, longitudeDegrees: 9, heightMeters: 0 }] }]);
  expect(shown).toEqual([1, 2]);
});

test('says whether the picture is live', () => {
  const { source, session } = open();
  source.handlers.link('lost');
  expect(session.link.value).toBe('lost');
});
