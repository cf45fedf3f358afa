/**
 * Turns src/content/services.json and forces.json into the modules pages import. It runs the
 * schema and the publishing rules at build time, so that withheld numbers and
 * maintainers' notes are not in any file a browser can fetch, and so that a
 * bad record stops the build.
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

import { parseForces } from '../src/content/forces-schema.ts';
import { pack } from '../src/content/pack.ts';
import { helplineIds } from '../src/content/helpline-ids.ts';
import { publish, publishSources } from '../src/content/publish.ts';
import { type Directory, parseDirectory } from '../src/content/schema.ts';
import type { Service } from '../src/content/service.ts';

const defaultFile = fileURLToPath(new URL('../src/content/services.json', import.meta.url));
const defaultForces = fileURLToPath(new URL('../src/content/forces.json', import.meta.url));

const modules: Readonly<Record<string, (directory: Directory) => unknown>> = {
  'virtual:services': publish,
  'virtual:helplines': helplinesOf,
  'virtual:sources': publishSources,
};

const forcesModule = 'virtual:forces';

/** Rollup's mark for a module that is no file. */
const resolved = (id: string): string => `\0${id}`;

export interface ContentPluginOptions {
  /** Another directory than the real one; for tests. */
  readonly file?: string;
  /** Other police forces than the real ones; for tests. */
  readonly forces?: string;
  /** The day the records' dates are measured against; the pack's own unless a test says otherwise. */
  readonly today?: () => Date;
}

/** `virtual:services`, `virtual:helplines`, `virtual:sources` and `virtual:forces`. Fails the build with every fault at once. */
export function contentPlugin({ file = defaultFile, forces = defaultForces, today = () => new Date(pack.reviewedOn) }: ContentPluginOptions = {}): Plugin {
  const read = (): Directory => parseDirectory(JSON.parse(readFileSync(file, 'utf8')), today());
  const make = (id: string): unknown => (id === forcesModule ? parseForces(JSON.parse(readFileSync(forces, 'utf8')), today()) : modules[id]?.(read()));
  return {
    name: 'oast-content',
    buildStart() {
      // Parsed even when no page imports it: a bad record is never somebody else's problem.
      helplinesOf(read());
      make(forcesModule);
      this.addWatchFile(file);
      this.addWatchFile(forces);
    },
    resolveId: {
      filter: { id: /^virtual:(?:services|helplines|sources|forces)$/ },
      handler: (id) => (id in modules || id === forcesModule ? resolved(id) : null),
    },
    load: {
      filter: { id: /^\0virtual:(?:services|helplines|sources|forces)$/ },
      handler(id) {
        const made = make(id.slice(1));
        return made === undefined ? null : `export default ${JSON.stringify(made)};`;
      },
    },
    configureServer(server) {
      server.watcher.add([file, forces]);
      server.watcher.on('change', (changed) => {
        if (changed !== file && changed !== forces) {
          return;
        }
        for (const environment of Object.values(server.environments)) {
          for (const id of [...Object.keys(modules), forcesModule]) {
            const module = environment.moduleGraph.getModuleById(resolved(id));
            if (module !== undefined) {
              environment.moduleGraph.invalidateModule(module);
            }
          }
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

/** The emergency page's services in their order. Throws when one of them is not published. */
export function helplinesOf(directory: Directory): readonly Service[] {
  const services = publish(directory);
  return helplineIds.map((id) => {
    const service = services.find((one) => one.id === id);
    if (service === undefined) {
      throw new Error(`services.json: the emergency page needs ${id}, and it is not published`);
    }
    return service;
  });
}
