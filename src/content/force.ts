/** What a police force is, once the build has checked it (forces-schema.ts): the only shape that reaches a screen. */
import type { NationId } from './service.ts';

/** A page outside, and its host as people say it: 'kent.police.uk'. */
export interface Page {
  readonly url: string;
  readonly site: string;
}

export interface Force {
  readonly id: string;
  /** Its proper English name. */
  readonly name: string;
  readonly nation: NationId;
  /** The English name of its scheme for asking about someone's past. */
  readonly scheme: string;
  /** Its first page, or the national finder where the address of it is in doubt. */
  readonly page: Page;
}

export interface ForceList {
  readonly checkedOn: string;
  readonly sources: readonly { readonly ref: string; readonly dated: string | null }[];
  /** Where any force of England and Wales can be found by place. */
  readonly finder: Page;
  readonly forces: readonly Force[];
}

/** Kent Police, which covers Kent and Medway, and the two forces that are a nation's only one. The build counts them. */
export const homeForce = 'kent';
export const onlyForces = { scotland: 'police-scotland', 'northern-ireland': 'psni' } as const;
