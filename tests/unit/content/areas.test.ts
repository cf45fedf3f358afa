import { describe, expect, it } from 'vitest';
import { areaName, countedOutcodes, countsCredit, isAreaId, outcodeShares, sectorShares } from '#content/areas';
import { areaIds } from '#content/service';

const digits = '0123456789'.split('');

describe('the thirteen areas', () => {
  it('gives every area the name its council uses', () => {
    expect(areaIds.map(areaName)).toEqual([
      'Ashford', 'Canterbury', 'Dartford', 'Dover', 'Folkestone & Hythe', 'Gravesham', 'Maidstone', 'Medway',
      'Sevenoaks', 'Swale', 'Thanet', 'Tonbridge & Malling', 'Tunbridge Wells',
    ]);
  });

  it('knows which texts are areas', () => {
    expect(isAreaId('swale')).toBe(true);
    expect(isAreaId('outside')).toBe(false);
    expect(isAreaId('toString')).toBe(false);
  });

  it('carries the credit the licences ask for', () => {
    expect(countsCredit).toContain('Contains OS data © Crown copyright and database right 2014');
    expect(countsCredit).toContain('Royal Mail data © Royal Mail copyright and database right 2014');
    expect(countsCredit).toContain('National Statistics data');
  });
});

describe('the postcode counts', () => {
  it('holds all 82 outcodes and 282 sectors of the facts', () => {
    const sectors = countedOutcodes().flatMap((code) => digits.filter((digit) => sectorShares(code, digit) !== null));
    expect(countedOutcodes()).toHaveLength(82);
    expect(sectors).toHaveLength(282);
  });

  it('finds 188 sectors wholly in one council', () => {
    const whole = countedOutcodes().flatMap((code) =>
      digits.filter((digit) => {
        const shares = sectorShares(code, digit);
        return shares?.length === 1 && shares[0]?.area !== 'outside';
      }),
    );
    expect(whole).toHaveLength(188);
  });

  it('adds every postcode up to a whole, largest part first', () => {
    const all = countedOutcodes().flatMap((code) => [outcodeShares(code), ...digits.map((digit) => sectorShares(code, digit))]);
    for (const shares of all) {
      if (shares === null) continue;
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 3);
      expect(shares.map(({ share }) => share)).toEqual(shares.map(({ share }) => share).sort((a, b) => b - a));
    }
  });

  it('puts ME14 1 in Maidstone and asks about ME5 9, which three councils share', () => {
    expect(sectorShares('ME14', '1')).toEqual([{ area: 'maidstone', share: 1 }]);
    expect(sectorShares('ME5', '9')).toEqual([
      { area: 'medway', share: 0.4822 },
      { area: 'tonbridge-malling', share: 0.3083 },
      { area: 'maidstone', share: 0.2095 },
    ]);
  });

  it('remembers that TN5 is mostly in East Sussex', () => {
    expect(outcodeShares('TN5')?.[0]).toEqual({ area: 'outside', share: 0.9599 });
  });

  it('says null for what was not counted, and for texts that are no postcode', () => {
    expect(outcodeShares('EH1')).toBeNull();
    expect(outcodeShares('__proto__')).toBeNull();
    expect(sectorShares('TN16', '3')).toBeNull();
    expect(sectorShares('ME14', '')).toBeNull();
    expect(sectorShares('ME14', '12')).toBeNull();
  });
});
