/**
 * The few figures an emergency instruction needs. Translations carry
 * placeholders, never digits, so that each figure stands here once.
 *
 * Silent solution: the police watchdog's (IOPC) guide as quoted by many; read
 * 2026-11-22. Text 999: West Yorkshire Police and VANEL pages of June 2023.
 */
export const silentSolution = {
  /** What to press on a mobile, and only when the recorded message asks. */
  key: '55',
  /** How the recorded message begins, in English as the caller hears it. */
  opening: 'You are through to the police',
  /** About how long the recorded message lasts. */
  messageSeconds: 20,
  /** How long a landline may stay open after hanging up. */
  landlineOpenSeconds: 45,
  sources: [
    { ref: 'https://heart.co.uk/news/what-to-do-if-you-need-to-call-999-but-cant-talk', dated: '2019' },
    { ref: 'https://inews.co.uk/news/silent-999-calls-how-to-press-55-police-advice-watchdog-277598', dated: '2019' },
  ],
  checkedOn: '2026-11-22',
} as const;

export const emergencyText = {
  /** Words to send, in English whatever the reader's language. */
  registerWord: 'register',
  confirmWord: 'yes',
  /** A reply may take about this long. */
  replyMinutes: 2,
  /** With no reply by then, send again. */
  resendMinutes: 3,
  sources: [
    { ref: 'https://vanel.org.uk/kops/stay-safe/stay-safe-content/emergency-sms-service/', dated: '2023-06' },
    {
      ref: 'https://www.westyorkshire.police.uk/advice/our-services/accessible-information/deaf-and-hard-hearing-information/deaf-and-hard-hearing-information',
      dated: null,
    },
  ],
  checkedOn: '2026-11-22',
} as const;

/** Put in front of any ordinary number to reach it by text relay. */
export const relayPrefix = '18001';
