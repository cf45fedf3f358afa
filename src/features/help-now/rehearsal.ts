/**
 * Practising the silent call, as a table of moments and what may be done in
 * each. Pure: it never dials. What happens follows the same guide as the steps
 * on the page (src/content/emergency.ts).
 */
export const moments = ['choose', 'mobile', 'message', 'landline', 'connected', 'ended', 'hungUp'] as const;
export type Moment = (typeof moments)[number];

export const acts = ['useMobile', 'useLandline', 'whisper', 'tap', 'silent', 'press', 'wait', 'hangUp'] as const;
export type Act = (typeof acts)[number];

interface Step {
  readonly act: Act;
  readonly to: Moment;
}

const table: Readonly<Record<Moment, readonly Step[]>> = {
  choose: [
    { act: 'useMobile', to: 'mobile' },
    { act: 'useLandline', to: 'landline' },
  ],
  mobile: [
    { act: 'whisper', to: 'connected' },
    // The operator may understand a tap; the practice takes the harder way.
    { act: 'tap', to: 'message' },
    { act: 'silent', to: 'message' },
  ],
  message: [
    { act: 'press', to: 'connected' },
    { act: 'wait', to: 'ended' },
  ],
  landline: [
    { act: 'whisper', to: 'connected' },
    { act: 'tap', to: 'connected' },
    { act: 'silent', to: 'connected' },
    { act: 'hangUp', to: 'hungUp' },
  ],
  connected: [],
  ended: [],
  hungUp: [],
};

export function actsAt(moment: Moment): readonly Act[] {
  return table[moment].map(({ act }) => act);
}

/** What comes next; the same moment when the act is not one of its own. */
export function after(moment: Moment, act: Act): Moment {
  return table[moment].find((step) => step.act === act)?.to ?? moment;
}

export function isEnd(moment: Moment): boolean {
  return table[moment].length === 0;
}
