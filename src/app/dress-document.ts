import { languageOf, type LanguageCode } from '#i18n/languages';
import { hasText, textOf } from '#i18n/text';

/** Keeps what stands outside React in the language of the screen: the document itself, the exit, the skip link. */
export function dressDocument(doc: Document, lang: LanguageCode, route: string): void {
  const root = doc.documentElement;
  if (!hasText(lang, ['frame'])) {
    return;
  }
  const t = textOf(lang, 'frame');
  if (root.lang === lang && root.dataset['route'] === route) {
    return;
  }
  root.lang = lang;
  root.dir = languageOf(lang).dir;
  root.dataset['route'] = route;
  setText(doc, 'exit-label', t('exit'));
  doc.getElementById('ways-out')?.setAttribute('aria-label', t('exit'));
  setText(doc, 'skip', t('skip'));
  const status = doc.getElementById('exit-status');
  if (status) {
    Object.assign(status.dataset, { two: t('exitWords.two'), one: t('exitWords.one'), expired: t('exitWords.expired'), leaving: t('exitWords.leaving') });
  }
}

function setText(doc: Document, id: string, text: string): void {
  const element = doc.getElementById(id);
  if (element) {
    element.textContent = text;
  }
}
