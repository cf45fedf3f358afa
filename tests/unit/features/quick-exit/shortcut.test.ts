import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atRest, pressesNeeded, takeKey, withinMs, type KeyFact } from '#features/quick-exit/shortcut.ts';

type Step = Pick<KeyFact, 'type' | 'key' | 'code'> & { readonly atMs: number; readonly repeat?: boolean };

function press(code: string, atMs: number, key = 'Shift'): Step[] {
  return [{ type: 'keydown', key, code, atMs }, { type: 'keyup', key, code, atMs: atMs + 50 }];
}

/** Whether these keys, in this order, ask to leave. */
function leaves(steps: readonly Step[]): boolean {
  let state = atRest;
  return steps.some((step) => {
    const answer = takeKey(state, { repeat: false, ...step });
    state = answer.state;
    return answer.left === 0;
  });
}

describe('Shift three times', () => {
  it('leaves, on the third release and not before', () => {
    const three = [...press('ShiftLeft', 0), ...press('ShiftLeft', 500), ...press('ShiftLeft', 1_000)];
    expect(leaves(three)).toBe(true);
    expect(leaves(three.slice(0, 5))).toBe(false);
    expect(pressesNeeded).toBe(3);
  });

  it('leaves with left and right mixed', () => {
    expect(leaves([...press('ShiftRight', 0), ...press('ShiftLeft', 500), ...press('ShiftRight', 1_000)])).toBe(true);
  });

  it('counts what was pressed within five seconds, to the millisecond', () => {
    const at = (ms: number): Step[] => [...press('ShiftLeft', 0), ...press('ShiftLeft', 100), ...press('ShiftLeft', ms)];
    expect(withinMs).toBe(5_000);
    expect(leaves(at(5_000))).toBe(true);
    expect(leaves(at(5_001))).toBe(false);
  });

  it('forgets the first press and keeps the later ones', () => {
    expect(leaves([...press('ShiftLeft', 0), ...press('ShiftLeft', 4_000), ...press('ShiftLeft', 6_000), ...press('ShiftLeft', 7_000)])).toBe(true);
  });

  it('is not typing capitals: a letter with Shift counts for nothing', () => {
    const capital = (atMs: number): Step[] => [
      { type: 'keydown', key: 'Shift', code: 'ShiftLeft', atMs },
      { type: 'keydown', key: 'A', code: 'KeyA', atMs: atMs + 10 },
      { type: 'keyup', key: 'A', code: 'KeyA', atMs: atMs + 20 },
      { type: 'keyup', key: 'Shift', code: 'ShiftLeft', atMs: atMs + 30 },
    ];
    expect(leaves([0, 200, 400, 600, 800].flatMap(capital))).toBe(false);
    expect(leaves([...press('ShiftLeft', 0), ...press('ShiftLeft', 200), ...capital(400)])).toBe(false);
  });

  it('is not one long press, however often the key repeats', () => {
    const held: Step[] = [0, 1, 2, 3, 4, 5].map((at) => ({ type: 'keydown', key: 'Shift', code: 'ShiftLeft', atMs: at * 100, repeat: at > 0 }));
    expect(leaves([...held, { type: 'keyup', key: 'Shift', code: 'ShiftLeft', atMs: 700 }])).toBe(false);
  });

  it('is not the Shift of a keyboard on the screen', () => {
    expect(leaves([0, 200, 400, 600].flatMap((at) => press('', at)))).toBe(false);
  });

  it('begins again after any other key', () => {
    expect(leaves([...press('ShiftLeft', 0), ...press('ShiftLeft', 200), ...press('Tab', 300, 'Tab'), ...press('ShiftLeft', 400)])).toBe(false);
  });

  it('never happens without a third press of Shift by itself, whatever else is pressed', () => {
    const keys = fc.constantFrom(['Shift', 'ShiftLeft'], ['a', 'KeyA'], ['Tab', 'Tab'], ['Shift', '']);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('keydown' as const, 'keyup' as const), keys), { maxLength: 40 }), (events) => {
        const steps = events.map(([type, [key = '', code = '']], at): Step => ({ type, key, code, atMs: at * 10 }));
        const releases = events.filter(([type, [, code]]) => type === 'keyup' && code === 'ShiftLeft').length;
        return releases >= pressesNeeded || !leaves(steps);
      }),
      { seed: 7 },
    );
  });
});
