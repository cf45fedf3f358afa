import type { ReactNode } from 'react';
import { ok, type Result } from '#kernel/result';
import { useText } from '#i18n/use-text';
import { parsePlan } from '../model/plan.ts';
import type { Session } from '../session.ts';
import type { Backup } from '../store.ts';
import { AnotherPlan } from './another-plan.tsx';
import { ChangeWords } from './change-words.tsx';
import { CopyToFile } from './copy-to-file.tsx';
import type { Fault } from './fault-words.ts';
import { DeletePlan } from './delete-plan.tsx';
import { FileForm } from './file-form.tsx';

/** What is needed seldom. The same in every plan: nothing here says which plan this is, or whether there are others. */
export function MoreSection({ session }: { readonly session: Session }): ReactNode {
  const t = useText('plan');
  const bringBack = async (backup: Backup): Promise<Result<string, Fault>> => {
    const answer = await session.bringBack(backup);
    if (!answer.ok) return answer;
    const { notes, files, lostFiles } = answer.value;
    // A file without anything new is worth saying too: silence would look like a fault.
    const isEmpty = parsePlan(backup.text, () => '').notes.length === 0;
    const told = [
      ...(notes > 0 || isEmpty ? [t('file.done', { count: notes })] : []),
      ...(files > 0 ? [t('file.filesDone', { count: files })] : []),
      ...(lostFiles > 0 ? [t('file.lost', { count: lostFiles })] : []),
    ];
    return ok(told.length === 0 ? t('file.nothingNew') : told.join(' '));
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
        <FileForm text={t('file.text')} go={t('file.go')} onBackup={bringBack} />
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
