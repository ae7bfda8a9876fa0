import { ICalAlarmType, ICalCalendar, ICalCalendarMethod } from 'ical-generator';
import type { Campaign, Market } from '../../../domain/campaign.ts';
import type { Mail } from '../../../ports/mailer.ts';
import { webLink, withoutDirectionControls } from './foreign-text.ts';
import type { Language } from './language.ts';

export interface PresaleCalendarInput {
  readonly campaign: Pick<Campaign, 'name' | 'date'>;
  readonly market: Pick<Market, 'id' | 'name' | 'city' | 'event'>;
  /** Right-hand side of the event's id. */
  readonly host: string;
  /** When the mail is sent, UTC milliseconds: of two files about one market the later counts. */
  readonly date: number;
}

const ALARM_SECONDS = 15 * 60;
const MINUTE_MS = 60_000;

/** The presale of a market for a calendar (RFC 5545), in UTC. It never holds the code, as calendars are shared. */
export const presaleCalendar = ({ campaign, market, host, date }: PresaleCalendarInput, { texts, tag }: Language): Mail['attachments'][number] => {
  const event = { campaign: withoutDirectionControls(campaign.name), market: withoutDirectionControls(market.name) };
  const link = webLink(market.event.link);
  const calendar = new ICalCalendar({
    prodId: { company: 'reg-workers', product: 'presale', language: tag.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `presale-${market.id}@${host}`,
    sequence: Math.floor(date / MINUTE_MS),
    stamp: new Date(date),
    start: new Date(market.event.presaleDateTime),
    end: new Date(campaign.date.presaleEnd),
    summary: texts.calendar.summary(event),
    description: [texts.calendar.description(event), ...(link === null ? [] : [link])].join('\n'),
    location: [...new Set([market.event.venue, market.city])].map(withoutDirectionControls).join(texts.comma),
    url: link,
    alarms: [{ type: ICalAlarmType.display, trigger: ALARM_SECONDS, description: texts.calendar.summary(event) }],
  });
  return { filename: 'presale.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content: inOrder(calendar.toString()) };
};

/** An event's alarm comes after its properties, and each line ends with CRLF (RFC 5545, 3.6.1 and 3.1); the library has it otherwise. */
const inOrder = (calendar: string): string => `${calendar.replace(/(\r\nBEGIN:VALARM\r\n.*\r\nEND:VALARM)(.*)(?=\r\nEND:VEVENT)/s, '$2$1').trimEnd()}\r\n`;
