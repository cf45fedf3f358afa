import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By how long they took, longest first. Others follow in the order vitest gives them. */
const longest = ['every-route-loaded', 'every-route-never-starts', 'comparison', 'journeys', 'offline', 'layout', 'axe', 'exit', 'plan-access', 'languages', 'update', 'headers'];

/** What takes long begins first: two or three files run at a time, and a long one that begins last runs alone while the others wait. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? longest.length : at;
    };
    // The order of the rest stays: sorting is stable.
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
