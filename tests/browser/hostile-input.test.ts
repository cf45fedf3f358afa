import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitReady, type Visit } from '../helpers/browser.ts';
import { visitWithoutCopy } from '../helpers/outside.ts';
import { openSite } from '../helpers/site.ts';

const site = openSite();
let visit: Visit;

const script = '<script>document.title="taken"</script>';
const image = '"><img src=x onerror="document.title=\'taken\'">';

beforeAll(async () => {
  visit = await visitWithoutCopy(site.browser, { origin: site.server.url });
  await visit.page.goto('/en/find/');
  await waitReady(visit.page);
});

afterAll(() => visit?.close());

async function place(typed: string): Promise<string> {
  await visit.page.fill('[data-find-area]', typed);
  return visit.page.innerText('.answer');
}

/** Still whole: services to call, the title, the address, nobody else asked. */
async function expectUnharmed(): Promise<void> {
  expect(await visit.page.title()).toBe('Oast');
  expect(visit.page.url()).toBe(`${site.server.url}/en/find/`);
  expect(await visit.page.locator('[data-service="victim-support-24"]').count()).toBeGreaterThan(0);
  expect(await visit.page.isVisible('[data-exit]')).toBe(true);
  expect(await visit.page.locator('main script, main img').count()).toBe(0);
  expect(visit.problems()).toEqual([]);
}

describe('the box for a place', () => {
  it.each([
    ['a postcode that is none', 'ZZ99 9ZZ', /no postcode like that|do not know/],
    ['a full postcode', 'ME14 1XX', /Only .*ME14 1.* was used/s],
    ['a full postcode without a space', 'me141xx', /Maidstone/],
    ['a Scottish postcode', 'EH1 1YZ', /Scotland/],
    ['a Welsh one', 'CF10 1AA', /Wales/],
    ['one of Northern Ireland', 'BT1 1AA', /Northern Ireland/],
    ['one of Jersey', 'JE2 3AB', /999/],
    ['a whole address', '12 High Street, Maidstone ME14 1XX', /ME14 1/],
    ['an emoji', '😀', /do not know/],
    ['a script', script, /do not know/],
    ['an image that runs', image, /do not know/],
    ['ten thousand letters', 'a'.repeat(10_000), /too long/],
    ['ten thousand postcodes', 'ME14 1 '.repeat(1_500), /too long/],
    ['only spaces', '     ', /^$/],
    ['another script', 'میڈسٹون', /do not know/],
    ['signs that turn the line round', '\u202eME14 1\u202c', /Maidstone/],
    ['a pattern', '.*+?^${}()|[]\\', /do not know/],
    ['a name every object has', '__proto__', /do not know/],
    ['another such name', 'constructor', /do not know/],
  ])('answers %s plainly', async (_, typed, answer) => {
    expect((await place(typed)).replace(/[\u2066-\u2069]/g, '')).toMatch(answer);
    await expectUnharmed();
    await place('');
  });

  it('never shows or keeps the last letters of a postcode', async () => {
    expect(await place('TN13 1QZ')).not.toMatch(/1QZ/);
    await place('');
  });
});

describe('the search box', () => {
  it.each([
    ['an emoji', '🙂'],
    ['a script', script],
    ['an image that runs', image],
    ['a pattern', '(((((a+)+)+)+)+)$'],
    ['signs only', '***???///'],
    ['a name every object has', '__proto__ constructor toString'],
    ['half a letter', '\ud83d'],
    ['a text for a computer', "' OR 1=1; --"],
  ])('is unharmed by %s', async (_, typed) => {
    await visit.page.fill('[data-find-query]', typed);
    await visit.page.waitForTimeout(50);
    await expectUnharmed();
    await visit.page.fill('[data-find-query]', '');
  });

  it('reads the start of ten thousand letters, says so, and is quick about it', async () => {
    const before = Date.now();
    await visit.page.fill('[data-find-query]', 'housing '.repeat(1_250));
    await visit.page.waitForFunction(() => /Only the first \d+ letters/.test(document.querySelector('.finder')?.textContent ?? ''));
    expect(Date.now() - before).toBeLessThan(2_000);
    await expectUnharmed();
  });

  it('shows everything again when it is emptied', async () => {
    await visit.page.fill('[data-find-query]', 'xqzt');
    await visit.page.waitForFunction(() => document.querySelectorAll('[data-service]').length === 1);
    await visit.page.fill('[data-find-query]', '');
    await visit.page.waitForFunction(() => document.querySelectorAll('[data-service]').length > 20);
    await expectUnharmed();
  });
});

describe('an address from somebody else', () => {
  it.each([
    `/en/find/?q=${encodeURIComponent(script)}&area=ME141XX`,
    `/en/find?q=housing#${encodeURIComponent(image)}`,
    '/en/now/?lang=ur&exit=https://evil.example/',
  ])('brings nothing into the page: %s', async (address) => {
    const own = await visitWithoutCopy(site.browser, { origin: site.server.url });
    await own.page.goto(address);
    await waitReady(own.page);
    expect(await own.page.title()).toBe('Oast');
    expect(await own.page.getAttribute('html', 'lang')).toBe('en');
    expect(await own.page.getAttribute('[data-exit]', 'href')).toBe('https://www.bbc.co.uk/weather');
    for (const box of await own.page.locator('main input[type="text"]').all()) expect(await box.inputValue()).toBe('');
    expect(await own.page.innerText('main')).not.toContain('taken');
    expect(own.problems()).toEqual([]);
    await own.close();
  });

  it('with a path that is none gets a plain page with a way on', async () => {
    const own = await visitWithoutCopy(site.browser, { origin: site.server.url });
    own.expectProblem(/404/);
    for (const path of ['/en/%3Cscript%3E/', '/xx/now/', '/en/now/now/']) {
      const answer = await own.page.goto(path);
      expect(answer?.status(), path).toBe(404);
      expect(await own.page.isVisible('[data-exit]'), path).toBe(true);
      expect(await own.page.locator('main a[href]').count(), path).toBeGreaterThan(0);
    }
    expect(own.problems()).toEqual([]);
    await own.close();
  });

  it('that climbs out of the site is refused', async () => {
    const answer = await fetch(`${site.server.url}/en/..%2f..%2fetc/passwd`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toBe('This address cannot be read.\n');
  });
});
