/**
 * What the pages that prepare a request say of the police's own way of asking.
 * Read from the forces' public pages of the shared form (Metropolitan, City of
 * London, Northamptonshire) and, for the proof of identity, from those of
 * Walsall, Police Scotland and Threshold, as last archived.
 */
export const requestFacts = {
  /** About how long the form on the internet takes. */
  formMinutes: 15,
  /** How far back the addresses go that are asked for. */
  addressYears: 5,
  checkedOn: '2026-11-22',
} as const;
