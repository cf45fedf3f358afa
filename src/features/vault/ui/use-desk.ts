import { useSyncExternalStore } from 'react';
import { currentDesk, onDesk, type Desk } from '../open-plan.ts';
import type { Session, SessionView } from '../session.ts';

const atBuild: Desk = { session: null, note: null, staying: null, brought: null, roomFault: null, handed: null };

export function useDesk(): Desk {
  return useSyncExternalStore(onDesk, currentDesk, () => atBuild);
}

export function useSession(session: Session): SessionView {
  return useSyncExternalStore(session.subscribe, session.view, session.view);
}
