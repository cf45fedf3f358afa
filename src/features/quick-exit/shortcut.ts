/**
 * Shift three times within five seconds leaves. Pure: keys in, an answer out.
 *
 * People know it from GOV.UK's exit. Left and right Shift may be mixed
 * (reported against theirs in govuk-frontend #5393; works in 6.6.0 as
 * measured), and an on-screen keyboard does not fire it (#4095, still open as
 * measured), because such keyboards send no `code`.
 */
export const pressesNeeded = 3;
export const withinMs = 5000;

export interface KeyFact {
  readonly type: 'keydown' | 'keyup';
  readonly key: string;
  /** '' on on-screen keyboards. */
  readonly code: string;
  readonly atMs: number;
  readonly repeat: boolean;
}

export interface ShortcutState {
  /** When each counted press ended. */
  readonly presses: readonly number[];
  /** True while Shift is held and nothing else has been pressed with it. */
  readonly alone: boolean;
}

export const atRest: ShortcutState = { presses: [], alone: false };

/** Takes in one key event. `left` becomes 0 when the person has asked to leave. */
export function takeKey(state: ShortcutState, fact: KeyFact): { readonly state: ShortcutState; readonly left: number } {
  const isShift = fact.key === 'Shift' && (fact.code === 'ShiftLeft' || fact.code === 'ShiftRight');
  if (!isShift) {
    return { state: atRest, left: pressesNeeded };
  }
  if (fact.type === 'keydown') {
    return { state: { presses: state.presses, alone: fact.repeat ? state.alone : true }, left: pressesNeeded - state.presses.length };
  }
  if (!state.alone) {
    return { state: atRest, left: pressesNeeded };
  }
  const presses = [...state.presses.filter((at) => fact.atMs - at <= withinMs), fact.atMs];
  return { state: { presses, alone: false }, left: Math.max(0, pressesNeeded - presses.length) };
}
