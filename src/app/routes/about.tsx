export { AboutPage as Page } from '#features/about/about-page.tsx';
