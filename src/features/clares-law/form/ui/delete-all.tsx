import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { useHandBack } from '#ui/use-hand-on.ts';

/** All of it, in one tap and one more to be sure. */
export function DeleteAll({ isKept, onDelete }: { readonly isKept: boolean; readonly onDelete: () => void }): ReactNode {
  const t = useText('request');
  const [isSure, setSure] = useState(false);
  const yes = useRef<HTMLButtonElement>(null);
  const opener = useHandBack(isSure);
  useEffect(() => {
    if (isSure) yes.current?.focus();
  }, [isSure]);
  if (!isSure) {
    return (
      <p className="pair closing">
        <button ref={opener} type="button" className="button quiet" data-ask-do="delete" onClick={() => setSure(true)}>
          {t('delete.go')}
        </button>
      </p>
    );
  }
  return (
    <p className="pair closing">
      <span>{isKept ? t('delete.sureKept') : t('delete.sure')}</span>
      <button ref={yes} type="button" className="button" data-ask-do="sure-delete" onClick={onDelete}>
        {t('delete.yes')}
      </button>
      <button type="button" className="button quiet" data-ask-do="keep-all" onClick={() => setSure(false)}>
        {t('delete.no')}
      </button>
    </p>
  );
}
