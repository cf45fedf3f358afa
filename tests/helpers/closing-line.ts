import type { Reporter, TestModule } from 'vitest/node';

/**
 * Names what failed, a line each that begins with `failed:`, then prints the
 * closing line that a machine reads: `N passed, N failed`. `.ci/run` says the
 * names again at its end, where they are read without the rest of the log.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly { readonly message?: string }[]): void {
    let passed = 0;
    let skipped = 0;
    const failures = errors.map(({ message }) => `outside any test: ${firstLine(message)}`);
    for (const module of modules) {
      const where = `${module.project.name} ${module.relativeModuleId}`;
      // A file that could not be read has no tests, and has failed all the same.
      failures.push(...module.errors().map(({ message }) => `${where}: ${firstLine(message)}`));
      // Nor are its tests run where what a group of them needs could not be made ready.
      for (const group of module.children.allSuites()) failures.push(...group.errors().map(({ message }) => `${where} > ${group.fullName}: ${firstLine(message)}`));
      for (const test of module.children.allTests()) {
        const { state, errors: reasons } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failures.push(`${where} > ${test.fullName}: ${firstLine(reasons[0]?.message)}`);
        else skipped += 1;
      }
    }
    for (const failure of failures) console.log(`failed: ${failure}`);
    console.log(`${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }
}

function firstLine(message = 'no reason given'): string {
  return message.split('\n').find((line) => line.trim() !== '')?.slice(0, 300) ?? message;
}
