/** Modules made at build time from services.json and forces.json by tools/content-plugin.ts. */

declare module 'virtual:services' {
  const services: readonly import('./service.ts').Service[];
  export default services;
}

declare module 'virtual:helplines' {
  const services: readonly import('./service.ts').Service[];
  export default services;
}

declare module 'virtual:sources' {
  const sources: readonly import('./publish.ts').SourceEntry[];
  export default sources;
}

declare module 'virtual:forces' {
  const list: import('./force.ts').ForceList;
  export default list;
}
