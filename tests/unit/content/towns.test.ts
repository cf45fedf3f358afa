import { describe, expect, it } from 'vitest';
import { outcodeShares } from '#content/areas';
import { areaIds } from '#content/service';
import { towns } from '#content/towns';

describe('towns and large villages', () => {
  it.each(towns.map((town) => [town.name, town] as const))('%s lies where the postcode counts say', (_name, town) => {
    expect(outcodeShares(town.outcode)?.map(({ area }) => area)).toContain(town.area);
  });

  it('gives every area at least five places', () => {
    for (const area of areaIds) expect(towns.filter((town) => town.area === area).length).toBeGreaterThanOrEqual(5);
  });

  it('says no place of one area twice', () => {
    const marks = towns.map(({ name, area }) => `${name} ${area}`);
    expect(new Set(marks).size).toBe(marks.length);
  });
});
