export { DevicePage as Page } from '#features/device/device-page.tsx';
