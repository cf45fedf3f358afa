/** The whole app as the page template holds it, without a browser: what a person finds by role, name and words. */
import { render, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { App, whereIs } from '#app/app.tsx';
import { loadScreen } from '#app/screens.ts';
import { languageOf, type LanguageCode } from '#i18n/languages';

export interface OpenApp {
  readonly user: UserEvent;
  /** The boxes of the finder, by the names that stay stable. */
  area(): HTMLInputElement;
  query(): HTMLInputElement;
  /** Ids of the services on the screen, in order, the closing line last. */
  services(): string[];
  text(): string;
  /** Puts words into a box in place of what it holds, as the keyboard's suggestions and pasting do. */
  write(box: HTMLElement, words: string): Promise<void>;
  /** Presses the button that says this. By its words and not its role, which jsdom is slow to work out on a long page. */
  press(words: string): Promise<void>;
}

function need<T extends Element>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`not on the screen: ${selector}`);
  return found;
}

/** What index.html holds around the app. */
function layTemplate(lang: LanguageCode): HTMLElement {
  document.documentElement.lang = lang;
  document.documentElement.dir = languageOf(lang).dir;
  const exit = Object.assign(document.createElement('a'), { href: 'https://example.org/' });
  exit.dataset['exit'] = '';
  exit.append(Object.assign(document.createElement('span'), { id: 'exit-label' }));
  const skip = Object.assign(document.createElement('a'), { id: 'skip', href: '#main' });
  const container = Object.assign(document.createElement('div'), { id: 'app' });
  document.body.replaceChildren(exit, skip, container);
  return container;
}

/** Opens the app at an address, '/now/' in a language, and waits until it is on the screen. */
export async function renderApp(path: string, options: { readonly language?: LanguageCode } = {}): Promise<OpenApp> {
  const language = options.language ?? 'en';
  const container = layTemplate(language);
  const address = `/${language}${path}`;
  const { lang, route } = whereIs(address);
  await loadScreen(route, lang);
  render(<App path={address} />, { container, onCaughtError: () => undefined });
  await waitFor(() => need('html[data-app="ready"] h1'));
  const user = userEvent.setup();
  return {
    user,
    area: () => need<HTMLInputElement>('[data-find-area]'),
    query: () => need<HTMLInputElement>('[data-find-query]'),
    services: () => [...document.querySelectorAll<HTMLElement>('[data-service]')].map((one) => one.dataset['service'] ?? ''),
    text: () => container.textContent,
    write: async (box, words) => {
      await user.clear(box);
      await user.click(box);
      if (words !== '') await user.paste(words);
    },
    press: async (words) => {
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === words);
      if (!button) throw new Error(`no button says "${words}"`);
      await user.click(button);
    },
  };
}

/** A link of the screen itself, by what it says; not one of the header or the foot. */
export function linkIn(name: string | RegExp): HTMLElement {
  return within(need<HTMLElement>('main')).getByRole('link', { name });
}

/** The heading of the screen, once it is the one wanted. */
export async function atHeading(words: string): Promise<HTMLElement> {
  return waitFor(() => {
    const heading = need<HTMLElement>('h1');
    if (heading.textContent !== words) throw new Error(`the heading is "${heading.textContent}"`);
    return heading;
  });
}
