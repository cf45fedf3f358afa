import { useSyncExternalStore } from 'react';
import { useLanguage } from '#i18n/use-text';
import { currentHeld, hasKept, nothingHeld, onHeld, type Held, type Keeper } from '../held.ts';
import { speakerOf, type Speaker } from './request-words.ts';

export function useHeld(): Held {
  return useSyncExternalStore(onHeld, currentHeld, () => nothingHeld);
}

/** The words of the language of the screen. */
export function useSpeaker(): Speaker {
  return speakerOf(useLanguage());
}

const never = (): (() => void) => () => undefined;

export interface PlanState {
  readonly isOpen: boolean;
  /** It holds answers. */
  readonly hasAnswers: boolean;
}

/** What can be said of the plan from outside. */
export function usePlanState(keeper: Keeper | undefined): PlanState {
  const state = useSyncExternalStore(keeper?.watch ?? never, () => (keeper?.isOpen() ? (hasKept(keeper) ? 'full' : 'open') : 'closed'), () => 'closed');
  return { isOpen: state !== 'closed', hasAnswers: state === 'full' };
}
