import { useEffect, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useVaultInside } from '#app/plan-inside.tsx';
import { startVault } from '#app/vault-start.ts';
import { readAt } from '#features/safety-plan/safety-plan.tsx';
import { onDesk, currentDesk } from '#features/vault/open-plan.ts';
import { PlanPage } from '#features/vault/ui/plan-page.tsx';

/** Where somebody is inside the plan stands in the router's memory, like every move: Back leads one screen back. */
export function Page(): ReactNode {
  const { pathname, state } = useLocation();
  const navigate = useNavigate();
  const inside = useVaultInside(readAt(state), (at, inPlace = false) => void navigate(pathname, { state: at, replace: inPlace }), () => void navigate(-1));
  useEffect(() => startVault(window), []);
  // After a lock the next plan begins on its first screen, also when it locked on another page.
  useEffect(() => {
    if (state !== null && currentDesk().session === null) void navigate(pathname, { replace: true, state: null });
  }, [navigate, pathname, state]);
  useEffect(() => {
    let wasOpen = currentDesk().session !== null;
    return onDesk(() => {
      const isOpen = currentDesk().session !== null;
      if (wasOpen && !isOpen) void navigate(pathname, { replace: true, state: null });
      wasOpen = isOpen;
    });
  }, [navigate, pathname]);
  return <PlanPage inside={inside} />;
}
