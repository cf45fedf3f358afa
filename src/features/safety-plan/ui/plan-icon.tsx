import type { ReactNode } from 'react';
import { Drawing } from '#ui/icon.tsx';

/** Drawn like the icons of every screen; apart from them, as the emergency page has no use for these. */
const drawings = {
  steps: { path: 'm4 7 1.500 1.500L8.500 5.500M12 7h8M4 13l1.500 1.500 3-3M12 13h8M5 19h1m6 0h8', flips: false },
  bag: { path: 'M5.500 8.500h13a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-10a1 1 0 0 1 1-1Zm3.500 0V6.500a2 2 0 0 1 2-2h2a2 2 0 0 1 2 2v2m-6 4.500h6', flips: false },
  people: { path: 'M9 11.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3.500 19a5.500 5.500 0 0 1 11 0M16 11.500a2.500 2.500 0 0 0 0-5m1.500 7.500a5 5 0 0 1 3 5', flips: true },
  days: { path: 'M5.500 6h13a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1Zm-1 4.500h15M8.500 4v3.500m7-3.500v3.500M8.500 14.500h7', flips: false },
  print: { path: 'M7 9V4.500h10V9M7 17H5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M7 14h10v5.500H7V14Z', flips: false },
} as const;

export type PlanIconName = keyof typeof drawings;

export function PlanIcon({ name }: { readonly name: PlanIconName }): ReactNode {
  return <Drawing {...drawings[name]} />;
}
