import type { NationId } from '#content/service';

/** Where someone outside Kent and Medway is. The Crown dependencies are no nation of the UK, but have postcodes. */
export type Elsewhere = NationId | 'crown-dependency';

/**
 * Every geographic postcode area by the nation it lies in; an area that crosses a border is
 * listed under both. Postcode areas follow sorting offices, not borders, so an outcode alone
 * often cannot settle it: both nations are the honest answer.
 */
const areasByNation: Readonly<Record<Elsewhere, string>> = {
  england:
    'AL B BA BB BD BH BL BN BR BS CA CB CH CM CO CR CT CV CW DA DE DG DH DL DN DT DY E EC EN EX FY GL GU HA HD HG HP HR HU HX ' +
    'IG IP KT L LA LD LE LN LS LU M ME MK N NE NG NN NP NR NW OL OX PE PL PO PR RG RH RM S SE SG SK SL SM SN SO SP SR SS ST ' +
    'SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO',
  wales: 'CF CH GL HR LD LL NP SA SY',
  scotland: 'AB CA DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE',
  'northern-ireland': 'BT',
  'crown-dependency': 'GY IM JE',
};

const nationsByArea = new Map<string, Elsewhere[]>();
for (const nation of ['england', 'wales', 'scotland', 'northern-ireland', 'crown-dependency'] as const) {
  for (const letters of areasByNation[nation].split(' ')) {
    nationsByArea.set(letters, [...(nationsByArea.get(letters) ?? []), nation]);
  }
}

/** The nations a postcode area ('TD') lies in, England first; empty when no such area exists. */
export function nationsOfPostcodeArea(letters: string): readonly Elsewhere[] {
  return nationsByArea.get(letters) ?? [];
}
