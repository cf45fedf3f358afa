/** The byte budgets of the build, page by page. */
import { fileURLToPath } from 'node:url';
import { measure, type Measured } from '../budget.ts';

export function benchBytes(): readonly Measured[] {
  const rows = measure(fileURLToPath(new URL('../../dist', import.meta.url)));
  console.table(rows.map(({ name, bytes, budget }) => ({ name, bytes, budget, share: `${Math.round((100 * bytes) / budget)} %` })));
  return rows;
}
