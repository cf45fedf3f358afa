import type { ReactNode } from 'react';
import { howKept, keep, notKept, onKeeping } from '#app/keep-choices.ts';
import { chooseExit, exitChoices, onExitChoices } from '#features/quick-exit/choices.ts';
import { SettingsPage } from '#features/settings/settings-page.tsx';
import { idleChoicesMs, idleLimitMs, onIdleLimit, setIdleLimit } from '#features/vault/idle-limit.ts';

const exit = {
  current: exitChoices,
  watch: onExitChoices,
  choose: (next: ReturnType<typeof exitChoices>) => chooseExit(document, next),
};

const idle = { choices: idleChoicesMs, current: idleLimitMs, watch: onIdleLimit, choose: setIdleLimit };

const keeping = { current: howKept, asServed: notKept, watch: onKeeping, choose: keep };

export function Page(): ReactNode {
  return <SettingsPage exit={exit} idle={idle} keeping={keeping} />;
}
