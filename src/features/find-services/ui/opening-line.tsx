import type { ReactNode } from 'react';
import { weekPattern, type ClockSpan, type OpenState } from '#content/opening-hours';
import type { DayId, Hours } from '#content/service';
import { formatClock, formatDay, formatList, isolate, londonTime } from '#i18n/format';
import { useLanguage, useText } from '#i18n/use-text';

const dayOfWeek = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'short' });

function londonDay(at: Date): DayId {
  return dayOfWeek.format(at).toLowerCase().slice(0, 3) as DayId;
}

function londonDate(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London' }).format(at);
}

/** Open, closed or unknown, in words; what is unknown is never called open. */
export function OpeningState({ state, now }: { readonly state: OpenState; readonly now: Date }): ReactNode {
  const lang = useLanguage();
  const t = useText('terms');
  const clock = (at: Date): string => isolate(formatClock(lang, londonTime(at)));
  switch (state.state) {
    case 'open':
      return <span className="state open">{state.until === null ? t('hours.openAlways') : t('hours.openUntil', { time: clock(state.until) })}</span>;
    case 'unknown':
      return <span className="state">{t(unknownWords[state.reason])}</span>;
    case 'closed': {
      if (state.opensAt === null) {
        return <span className="state">{t('hours.closed')}</span>;
      }
      const time = clock(state.opensAt);
      const isToday = londonDate(state.opensAt) === londonDate(now);
      return (
        <span className="state">
          {isToday ? t('hours.closedUntilToday', { time }) : t('hours.closedUntil', { day: formatDay(t, londonDay(state.opensAt)), time })}
          {state.opensOnBankHoliday && <> ({t('hours.nextIsBankHoliday')})</>}
        </span>
      );
    }
  }
}

const unknownWords = { 'see-page': 'hours.seePage', 'not-stated': 'hours.unknown', 'bank-holiday': 'hours.bankHoliday' } as const;

/** The week in words: 'Monday to Friday: 9am to 5pm'. Nothing where the hours are not stated. */
export function WeekWords({ hours }: { readonly hours: Hours }): ReactNode {
  const lang = useLanguage();
  const t = useText('terms');
  if (hours.kind === 'always') {
    return <span>{t('hours.always')}</span>;
  }
  if (hours.kind !== 'weekly') {
    return <span>{t(hours.kind === 'see-page' ? 'hours.seePage' : 'hours.unknown')}</span>;
  }
  const span = ([open, close]: ClockSpan): string =>
    t('hours.span', { open: isolate(formatClock(lang, open)), close: isolate(formatClock(lang, close)) });
  const days = (group: readonly DayId[]): string => {
    const [first = 'mon'] = group;
    const last = group.at(-1) ?? first;
    return group.length > 2
      ? t('hours.daysRange', { from: formatDay(t, first), to: formatDay(t, last) })
      : formatList(t, group.map((day) => formatDay(t, day)));
  };
  return weekPattern(hours)
    .filter(({ spans }) => spans.length > 0)
    .map((group) => <span key={group.days.join()}>{t('hours.line', { days: days(group.days), times: formatList(t, group.spans.map(span)) })}</span>);
}
