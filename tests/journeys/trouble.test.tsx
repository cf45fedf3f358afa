import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadText, textOf } from '#i18n/text';
import { atHeading, renderApp } from '../helpers/render-app.tsx';

const fault = { now: true };

vi.mock('#features/about/about-page.tsx', () => ({
  AboutPage: () => {
    if (fault.now) throw new Error('secret words');
    return <h1 tabIndex={-1}>mended</h1>;
  },
}));

await loadText('en', ['frame']);
const frame = textOf('en', 'frame');

beforeEach(() => {
  fault.now = true;
});

describe('a screen that fails', () => {
  it('keeps the emergency number, a line to call and the exit', async () => {
    const { user, text } = await renderApp('/');
    await user.click(screen.getByRole('link', { name: frame('footer.about') }));
    await atHeading(frame('problem.title'));
    const calls = screen.getAllByRole('link').map((one) => one.getAttribute('href'));
    expect(calls).toContain('tel:999');
    expect(calls).toContain('tel:+448081689111');
    expect(document.querySelector('body > [data-exit]')).not.toBeNull();
    expect(text()).not.toContain('secret words');
  });

  it('opens when it is tried again and the fault has passed', async () => {
    const { user } = await renderApp('/');
    await user.click(screen.getByRole('link', { name: frame('footer.about') }));
    await atHeading(frame('problem.title'));
    await user.click(screen.getByRole('button', { name: frame('problem.retry') }));
    await atHeading(frame('problem.title'));
    fault.now = false;
    await user.click(screen.getByRole('button', { name: frame('problem.retry') }));
    await atHeading('mended');
  });

  it('has a way to the other screens', async () => {
    const { user } = await renderApp('/');
    await user.click(screen.getByRole('link', { name: frame('footer.about') }));
    await atHeading(frame('problem.title'));
    const inside = screen.getAllByRole('link').map((one) => one.getAttribute('href') ?? '');
    expect(inside.filter((href) => href.startsWith('/en/'))).not.toEqual([]);
  });
});
