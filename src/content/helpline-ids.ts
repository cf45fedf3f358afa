/** The services the emergency page may show, in its order. All of them are in the safety core. */
export const helplineIds = [
  '999', '999-bsl', 'emergency-sms', 'relay-uk-18000', 'kent-police-101', 'victim-support-24', 'ndah', 'mens-advice-line', 'galop',
  'karma-nirvana', 'rape-crisis', 'stalking-helpline', 'hourglass', 'childline', 'samaritans', 'shout', 'safe-spaces',
] as const;
export type HelplineId = (typeof helplineIds)[number];
