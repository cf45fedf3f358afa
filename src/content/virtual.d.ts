/** Modules made at build time from services.json by tools/content-plugin.ts. */

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
