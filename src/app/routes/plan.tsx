import { useEffect, type ReactNode } from 'react';
import { startVault } from '#app/vault-start.ts';
import { PlanPage } from '#features/vault/ui/plan-page.tsx';

export function Page(): ReactNode {
  useEffect(() => startVault(window), []);
  return <PlanPage />;
}
