/**
 * What the app is called and which icon colour it wears. One place, because a
 * partnership that deploys it may change the name. The name must say nothing
 * about what the app is for: it is read on icons, in the app switcher, in the
 * browser's history and in the list of site data.
 */
export const brand = {
  name: 'Oast',
  /** A word for the manifest's description that gives nothing away. */
  description: 'Oast',
  themeLight: '#f7f5f0',
  themeDark: '#12191c',
} as const;
