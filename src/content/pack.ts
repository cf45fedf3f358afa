/**
 * The directory as a whole. `reviewedOn`: the day all of it was last gone
 * through, 'YYYY-MM-DD'. The build measures every record's own date against
 * this one and not against the clock of the machine, so that two builds of the
 * same source are the same, whenever they are made.
 */
export const pack = { reviewedOn: '2026-11-22' } as const;
