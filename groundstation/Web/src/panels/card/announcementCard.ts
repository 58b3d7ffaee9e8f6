import type { AnnouncementView, AreaView } from '../../data/views';
import { stateWords, windowWords } from '../../format/announcement';
import { formatAzimuth, formatPlace } from '../../format/angle';
import { formatCount, formatLength } from '../../format/quantity';
import { capitalise } from '../../format/text';
import { formatDate, formatTime } from '../../format/time';
import type { Card, Fact } from './facts';

export function announcementCard(announcement: AnnouncementView, now: number): Card {
  const seen = announcement.acknowledged;
  return {
    title: announcement.name,
    subtitle: `Announced launch · ${announcement.class} · ${stateWords(announcement)}`,
    notice: seen !== null ? undefined : { tone: 'fault', words: announcement.isFault ? 'NOT ACKNOWLEDGED: nobody at the console has seen this' : 'Not acknowledged yet' },
    acknowledge: seen === null ? announcement.name : undefined,
    facts: [
      ...announcementFacts(announcement, now),
      ['Flight', announcement.warningId === null ? 'none matched' : `warning W${announcement.warningId}`],
      ['Received', moment(announcement.receivedAt)],
      ...(seen === null ? [] : [['Acknowledged', `by ${seen.by}, ${moment(seen.at)}${seen.note === '' ? '' : `: ${seen.note}`}`] as const]),
    ],
  };
}

/** What was announced. */
export function announcementFacts(announcement: AnnouncementView, now: number): readonly Fact[] {
  const { azimuth } = announcement;
  return [
    ['Window', `${moment(announcement.from)} to ${moment(announcement.until)}`],
    ['Now', capitalise(windowWords(announcement, now))],
    ['Launch area', areaWords(announcement.launchArea)],
    ['Azimuth', azimuth === null ? 'not announced' : `${formatAzimuth(azimuth.fromDegrees)} to ${formatAzimuth(azimuth.toDegrees)}`],
    ['Impact area', announcement.impactArea === null ? 'not announced' : areaWords(announcement.impactArea)],
    ['Valid until', moment(announcement.validUntil)],
    ['Revision', formatCount(announcement.revision)],
    ...(announcement.note === '' ? [] : [['Note', announcement.note] as const]),
  ];
}

function areaWords(area: AreaView): string {
  const place = formatPlace(area.latitudeDegrees, area.longitudeDegrees);
  return area.polygon.length === 0
    ? `circle of ${formatLength(area.radiusMeters)} about ${place}`
    : `polygon of ${area.polygon.length} corners, within ${formatLength(area.radiusMeters)} of ${place}`;
}

function moment(time: string): string {
  const at = Date.parse(time);
  return `${formatDate(at)} ${formatTime(at)}`;
}
