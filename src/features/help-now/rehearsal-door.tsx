import { lazy, Suspense, useState, type ReactNode } from 'react';
import { isDraft, sourceLanguage, type LanguageCode } from '#i18n/languages';
import { loadText } from '#i18n/text';
import { useLanguage, useText } from '#i18n/use-text';

/** The practice comes with its words when it is wanted, so that the page itself stays small. */
function panelFor(lang: LanguageCode): typeof import('./rehearsal-panel.tsx').RehearsalPanel {
  return lazy(async () => {
    const [{ RehearsalPanel }] = await Promise.all([
      import('./rehearsal-panel.tsx'),
      loadText(lang, ['rehearsal']),
      isDraft(lang) ? loadText(sourceLanguage, ['rehearsal']) : undefined,
    ]);
    return { default: RehearsalPanel };
  }) as unknown as typeof import('./rehearsal-panel.tsx').RehearsalPanel;
}

export function RehearsalDoor({ emergency }: { readonly emergency: string }): ReactNode {
  const lang = useLanguage();
  const t = useText('now');
  const [open, setOpen] = useState<{ readonly lang: LanguageCode; readonly Panel: ReturnType<typeof panelFor> } | null>(null);
  if (open?.lang === lang) {
    const { Panel } = open;
    return (
      <Suspense fallback={null}>
        <Panel emergency={emergency} onClose={() => setOpen(null)} />
      </Suspense>
    );
  }
  return (
    <p className="needs-script">
      <button type="button" className="button quiet" onClick={() => setOpen({ lang, Panel: panelFor(lang) })}>
        {t('silent.practise')}
      </button>
    </p>
  );
}
