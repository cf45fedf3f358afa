export { FindPage as Page } from '#features/find-services/ui/find-page.tsx';
