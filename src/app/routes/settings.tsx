import type { ReactNode } from 'react';
import { chooseExit, exitChoices, onExitChoices } from '#features/quick-exit/choices.ts';
import { SettingsPage } from '#features/settings/settings-page.tsx';

const exit = {
  current: exitChoices,
  watch: onExitChoices,
  choose: (next: ReturnType<typeof exitChoices>) => chooseExit(document, next),
};

export function Page(): ReactNode {
  return <SettingsPage exit={exit} />;
}
