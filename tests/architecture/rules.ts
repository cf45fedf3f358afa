/** Who may import whom, and what may stand in a file: STYLE.md sections 2 and 3 as tables. A fault is '<path>:<line> …'. */
import { importsOf, isScript, namesIn, targetOf, type Import, type SourceFile } from './source-files.ts';

interface Reach {
  /** Folders under src, or 'locales'. */
  readonly folders: readonly string[];
  readonly packages: readonly RegExp[];
}

const react = /^react(\/jsx-runtime)?$/;

/** What each folder of src may import besides itself. */
const reaches: Readonly<Record<string, Reach>> = {
  kernel: { folders: [], packages: [] },
  content: { folders: ['kernel'], packages: [/^valibot$/, /^virtual:(services|helplines|sources|forces)$/] },
  crypto: { folders: ['kernel'], packages: [/^(?:hash-wasm|argon2id|@noble\/hashes(?:\/.+)?)$/] },
  storage: { folders: ['kernel', 'crypto'], packages: [/^dexie$/] },
  media: { folders: ['kernel'], packages: [] },
  i18n: { folders: ['kernel', 'content', 'locales'], packages: [/^i18next$/, react] },
  ui: { folders: ['kernel'], packages: [react, /^react-router$/] },
  model: { folders: ['kernel', 'content'], packages: [] },
  features: { folders: ['kernel', 'content', 'i18n', 'ui', 'storage', 'media'], packages: [react, /^i18next$/] },
  app: { folders: ['kernel', 'content', 'i18n', 'ui', 'features', 'storage', 'media'], packages: [react, /^react-router$/] },
  hosting: { folders: ['kernel'], packages: [/^node:/, /^workbox-build$/] },
  sw: { folders: ['kernel'], packages: [/^workbox-/] },
  start: { folders: ['app', 'content', 'features', 'i18n', 'kernel', 'storage'], packages: [react, /^react-dom\//] },
};

/** Of React Router, components know only how a link is made. */
const linkHelpers = ['useHref', 'useLinkClickHandler'];

interface Place {
  readonly layer: string;
  /** The feature, where there is one. */
  readonly feature: string | null;
}

function placeOf(path: string): Place {
  const [top, folder = '', feature = '', part = ''] = path.split('/');
  if (top === 'locales') return { layer: 'locales', feature: null };
  if (top !== 'src') return { layer: path, feature: null };
  if (folder === 'features') return { layer: part === 'model' ? 'model' : 'features', feature };
  return { layer: feature === '' ? 'start' : folder, feature: null };
}

function importFault(file: SourceFile, { spec, typeOnly, names }: Import): string | null {
  const own = placeOf(file.path);
  const reach = reaches[own.layer];
  if (!reach) return `no rule says what src/${own.layer} may import`;
  const target = targetOf(file, spec);
  if (!target.startsWith('src/') && !target.startsWith('locales/')) {
    if (!reach.packages.some((pattern) => pattern.test(target))) return `${own.layer} may not import ${spec}`;
    const extra = own.layer === 'ui' && target === 'react-router' ? names.filter((name) => !linkHelpers.includes(name)) : [];
    return extra.length > 0 ? `ui may not import ${extra.join(', ')} of ${spec}` : null;
  }
  const other = placeOf(target);
  if (own.feature !== null && other.feature !== null && own.feature !== other.feature) return `the feature ${own.feature} may not know the feature ${other.feature}`;
  if (own.layer === 'model' && other.layer === 'features') return 'a model may not import the screens of its feature';
  if (other.layer === own.layer || (own.layer === 'features' && other.layer === 'model')) return null;
  const folder = other.layer === 'model' ? 'features' : other.layer;
  if (!reach.folders.includes(folder)) return `${own.layer} may not import ${spec}`;
  if (own.layer === 'i18n' && folder === 'content' && !typeOnly) return `i18n may import only types of ${spec}`;
  if (folder === 'storage' && own.layer === 'features' && !file.path.endsWith('/store.ts')) return 'only the store.ts of a feature may import storage';
  if (folder === 'storage' && /\/(?:opfs|dexie|slot)[\w-]*(?:\.ts)?$/.test(target)) return `${own.layer} may not reach into storage by ${spec}`;
  return null;
}

/** Every import of a file under src that breaks the one-way order. */
export function importFaults(file: SourceFile): string[] {
  return importsOf(file).flatMap((one) => {
    const fault = importFault(file, one);
    return fault === null ? [] : [`${file.path}:${one.line} ${fault}`];
  });
}

/** Never in src, with the reason. */
const banned: Readonly<Record<string, string>> = {
  any: 'a value nobody has checked',
  localStorage: 'stays on the device', sessionStorage: 'stays on the device', 'document.cookie': 'stays on the device and travels',
  sendBeacon: 'tells somebody', XMLHttpRequest: 'tells somebody', WebSocket: 'tells somebody', EventSource: 'tells somebody',
  innerHTML: 'runs what was typed', outerHTML: 'runs what was typed', insertAdjacentHTML: 'runs what was typed',
  dangerouslySetInnerHTML: 'runs what was typed', eval: 'runs what was typed',
  pushState: 'leaves a trace for every step', replaceState: 'leaves a trace for every step',
  BrowserRouter: 'leaves a trace for every step', createBrowserRouter: 'leaves a trace for every step', HashRouter: 'leaves a trace for every step',
  'export default': 'has no name of its own',
};

const notInModels: Readonly<Record<string, string>> = {
  document: 'the page', window: 'the page', navigator: 'the device', fetch: 'the network', setTimeout: 'time', setInterval: 'time',
  'Date.now': 'time is handed in', 'new Date()': 'time is handed in', 'Math.random': 'chance is handed in', 'performance.now': 'time is handed in',
};

/** Every word of code in a file under src that must not stand there. */
export function wordFaults(file: SourceFile): string[] {
  const { layer } = placeOf(file.path);
  const rules = new Map(Object.entries(layer === 'model' ? { ...banned, ...notInModels } : banned));
  // The worker answers for the network; nobody else speaks to it, but for the one request that has the browser clear its disk.
  if (layer !== 'sw' && file.path !== 'src/storage/wipe.ts') rules.set('fetch', 'tells somebody');
  if (file.path.endsWith('.d.ts')) rules.delete('export default');
  return namesIn(file).flatMap(({ line, what }) => (rules.has(what) ? [`${file.path}:${line} ${what}: ${rules.get(what)}`] : []));
}

const drawers = /(?:^|[-/])(?:utils?|helpers?|misc|common|types)\.tsx?$/;
const longest = 300;

/** Length, name, and promises to do it later. */
export function shapeFaults({ path, text }: SourceFile): string[] {
  const faults: string[] = [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (lines > longest && !/\.(json|gz|bin)$/.test(path)) faults.push(`${path}:${longest + 1} has ${lines} lines`);
  if (isScript({ path, text }) && !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|d))?\.tsx?$/.test(name)) faults.push(`${path}:1 is not named in kebab-case`);
  if (path.startsWith('src/') && drawers.test(path)) faults.push(`${path}:1 is a drawer for everything`);
  if (path.startsWith('src/') && isScript({ path, text })) {
    text.split('\n').forEach((line, at) => {
      if (/\b(?:TODO|XXX)\b/.test(line)) faults.push(`${path}:${at + 1} puts it off`);
    });
  }
  return faults;
}

/** Runtime packages that are not pinned to one version, or that the README does not name. */
export function dependencyFaults(dependencies: Readonly<Record<string, string>>, readme: string | null): string[] {
  return Object.entries(dependencies).flatMap(([name, version]) => {
    const named = readme !== null && new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(readme);
    return [
      ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : [`package.json: ${name} "${version}" is not one exact version`]),
      ...(named ? [] : [`README.md: does not say why ${name} is here`]),
    ];
  });
}
