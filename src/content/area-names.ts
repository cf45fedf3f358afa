/** What the council areas are called, apart from the counts so that screens that only name them stay small. */
import type { AreaId } from './service.ts';

/** The credit line the licences ask for. Proper names: it is not translated. */
export const countsCredit =
  'Contains OS data © Crown copyright and database right 2014; contains Royal Mail data © Royal Mail copyright and database right 2014; contains National Statistics data.';

const names: Readonly<Record<AreaId, string>> = {
  ashford: 'Ashford',
  canterbury: 'Canterbury',
  dartford: 'Dartford',
  dover: 'Dover',
  'folkestone-hythe': 'Folkestone & Hythe',
  gravesham: 'Gravesham',
  maidstone: 'Maidstone',
  medway: 'Medway',
  sevenoaks: 'Sevenoaks',
  swale: 'Swale',
  thanet: 'Thanet',
  'tonbridge-malling': 'Tonbridge & Malling',
  'tunbridge-wells': 'Tunbridge Wells',
};

/** The council's own name for its area, the same in every language. Never fails. */
export function areaName(area: AreaId): string {
  return names[area];
}
