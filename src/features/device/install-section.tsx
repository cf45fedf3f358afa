import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { brand } from '#content/brand';
import { drawingPath, iconPath, manifestPath, plainNames, type PlainName } from '#content/plain-names';
import { useLanguage, useText } from '#i18n/use-text';
import { askToInstall, isInstallable, onInstallable } from './install.ts';
import { wearName } from './wear-name.ts';

/** An icon of its own, under a name the person picks; what it shows is said first, and nothing is asked unasked. */
export function InstallSection(): ReactNode {
  const lang = useLanguage();
  const t = useText('device');
  const [name, setName] = useState<PlainName>('oast');
  const canAsk = useSyncExternalStore(onInstallable, isInstallable, () => false);
  const choose = (next: PlainName): void => {
    setName(next);
    wearName(document, manifestPath(lang, next), iconPath(next, 180), t(`install.names.${next}`, { brand: brand.name }));
  };
  return (
    <section>
      <h2>{t('install.title')}</h2>
      <p>{t('install.text')}</p>
      <p className="warning">{t('install.first')}</p>
      <fieldset className="radios icons">
        <legend>{t('install.name')}</legend>
        {plainNames.map((one) => (
          <label key={one}>
            <input type="radio" name="icon" value={one} checked={one === name} autoComplete="off" onChange={() => choose(one)} />
            <img src={drawingPath(one)} alt="" width="40" height="40" />
            <span>{t(`install.names.${one}`, { brand: brand.name })}</span>
          </label>
        ))}
      </fieldset>
      {canAsk && (
        <p>
          <button type="button" className="button" onClick={() => void askToInstall()}>
            {t('install.go')}
          </button>
        </p>
      )}
      <ul className="plain">
        <li>{t('install.how.iphone')}</li>
        <li>{t('install.how.other')}</li>
        <li>{t('install.after')}</li>
        <li>{t('install.remove')}</li>
      </ul>
    </section>
  );
}
