/** The words of the screens nobody needs in the first minute. */
export const otherWords = import.meta.glob<Record<string, unknown>>('../../locales/*/{about,ask,guides,log,plan,request,steps,takeout}.json', { import: 'default' });
