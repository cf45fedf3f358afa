import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { needIds, peopleIds } from '#content/service';
import { FindPage } from '#features/find-services/ui/find-page.tsx';

/** What another screen sends somebody here for, from the router's memory: never in the address. */
export function Page(): ReactNode {
  const { state } = useLocation();
  const { needs, people } = (state ?? {}) as { readonly needs?: unknown; readonly people?: unknown };
  const picked = <T extends string>(known: readonly T[], wanted: unknown): readonly T[] => known.filter((one) => Array.isArray(wanted) && wanted.includes(one));
  return <FindPage start={{ needs: picked(needIds, needs), people: picked(peopleIds, people) }} />;
}
