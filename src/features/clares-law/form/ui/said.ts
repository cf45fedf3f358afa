import { saidIn } from '#i18n/said';

export const Said = saidIn('request');
