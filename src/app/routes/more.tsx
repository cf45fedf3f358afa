export { MorePage as Page } from '#features/find-services/ui/more-page.tsx';
