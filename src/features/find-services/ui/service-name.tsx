import type { ReactNode } from 'react';
import { areaName } from '#content/area-names';
import type { Service } from '#content/service';
import { useLanguage } from '#i18n/use-text';
import { nameText } from './service-text.ts';

/** A service by its own English name, or by one in the reader's language where the name only describes. */
export function ServiceName({ service }: { readonly service: Service }): ReactNode {
  const lang = useLanguage();
  if (service.name !== null) {
    return (
      <bdi lang="en" dir="ltr">
        {service.name}
      </bdi>
    );
  }
  return nameText(lang, service, councilOf(service)) ?? service.operator;
}

/** The council's name, for texts that all councils share. */
export function councilOf(service: Service): string {
  return service.council === null ? '' : areaName(service.council);
}
