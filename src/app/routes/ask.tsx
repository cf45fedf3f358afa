/** The three screens about asking come as one part: they share most of it. */
export { AskPage as Page } from '#features/clares-law/guide/ui/ask-page.tsx';
export { FriendsPage } from '#features/clares-law/guide/ui/friends-page.tsx';
export { WaysPage } from '#features/clares-law/guide/ui/ways-page.tsx';
