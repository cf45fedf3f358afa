import type about from '#locales/en/about.json';
import type ask from '#locales/en/ask.json';
import type clock from '#locales/en/clock.json';
import type device from '#locales/en/device.json';
import type find from '#locales/en/find.json';
import type frame from '#locales/en/frame.json';
import type guides from '#locales/en/guides.json';
import type home from '#locales/en/home.json';
import type log from '#locales/en/log.json';
import type now from '#locales/en/now.json';
import type plan from '#locales/en/plan.json';
import type rehearsal from '#locales/en/rehearsal.json';
import type request from '#locales/en/request.json';
import type services from '#locales/en/services.json';
import type settings from '#locales/en/settings.json';
import type steps from '#locales/en/steps.json';
import type takeout from '#locales/en/takeout.json';
import type terms from '#locales/en/terms.json';

/** The English files, namespace by namespace: the type of every key. */
export interface Texts {
  about: typeof about;
  ask: typeof ask;
  clock: typeof clock;
  device: typeof device;
  find: typeof find;
  frame: typeof frame;
  guides: typeof guides;
  home: typeof home;
  log: typeof log;
  now: typeof now;
  plan: typeof plan;
  rehearsal: typeof rehearsal;
  request: typeof request;
  services: typeof services;
  settings: typeof settings;
  steps: typeof steps;
  takeout: typeof takeout;
  terms: typeof terms;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    resources: Texts;
    returnNull: false;
  }
}
