import type { ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { parsePlan } from '../model/plan.ts';
import type { Session } from '../session.ts';
import { AnotherPlan } from './another-plan.tsx';
import { ChangeWords } from './change-words.tsx';
import { CopyToFile } from './copy-to-file.tsx';
import { DeletePlan } from './delete-plan.tsx';
import { FileForm } from './file-form.tsx';

/** What is needed seldom. The same in every plan: nothing here says which plan this is, or whether there are others. */
export function MoreSection({ session }: { readonly session: Session }): ReactNode {
  const t = useText('plan');
  const bringBack = (text: string): string => {
    const before = session.view().plan.notes.length;
    session.bringBack(text);
    session.saveNow();
    const count = session.view().plan.notes.length - before;
    // A file without anything new is worth saying too: silence would look like a fault.
    return count === 0 && parsePlan(text, () => '').notes.length > 0 ? t('file.nothingNew') : t('file.done', { count });
  };
  return (
    <details className="fold">
      <summary>{t('more.title')}</summary>
      <Part title={t('change.title')}>
        <ChangeWords session={session} />
      </Part>
      <Part title={t('copy.title')}>
        <CopyToFile session={session} />
      </Part>
      <Part title={t('file.title')}>
        <FileForm onText={bringBack} />
      </Part>
      <Part title={t('another.title')}>
        <AnotherPlan />
      </Part>
      <Part title={t('remove.title')}>
        <DeletePlan />
      </Part>
    </details>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <details className="fold inner">
      <summary>{title}</summary>
      {children}
    </details>
  );
}
