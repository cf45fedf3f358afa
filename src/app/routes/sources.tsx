export { SourcesPage as Page } from '#features/about/sources-page.tsx';
