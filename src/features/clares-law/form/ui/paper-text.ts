import type { LanguageCode } from '#i18n/languages';
import type { Draft } from '../model/draft.ts';
import { paperOf, type PaperRow } from '../model/paper.ts';
import { interpreterWords, linesOf, speakerOf, todayOf, type Speaker } from './request-words.ts';

export function interpreterLine(speaker: Speaker, code: string): string {
  return interpreterWords(speaker, code, speaker.t('paper.interpreterAny'), (language) => speaker.t('paper.interpreter', { language }));
}

/** An answer as lines: choices and dates in the words of the speaker, own words as written, and a doubt last. */
export function rowLines(speaker: Speaker, row: PaperRow): readonly string[] {
  const doubt = row.isUnsure ? [row.values.length === 0 ? speaker.t('paper.unknown') : speaker.t('paper.unsure')] : [];
  return [...row.values.flatMap((value) => linesOf(speaker, row.field, value)), ...doubt];
}

/** The paper where only words can stand. A question has a line of its own: an answer in another script must not share one with it. */
export function paperText(draft: Draft, lang: LanguageCode, readIn: LanguageCode, now: Date): string {
  const speaker = speakerOf(lang);
  const { t } = speaker;
  const { isDanger, interpreter, parts } = paperOf(draft, readIn, todayOf(now));
  const head = [
    t('paper.title'),
    t('paper.scheme'),
    t('paper.label'),
    ...(isDanger ? [t('paper.danger')] : []),
    ...(interpreter === null ? [] : [interpreterLine(speaker, interpreter)]),
    t('paper.contact'),
  ];
  const answers = parts.flatMap(({ section, rows: answered }) => [
    [t(`paper.section.${section}`)],
    ...answered.map((row) => [`${t(`field.${row.field}`)}:`, ...rowLines(speaker, row)]),
  ]);
  const body = answers.length === 0 ? [[t('paper.empty')]] : answers;
  return [head, ...body].map((lines) => lines.join('\n')).join('\n\n');
}
