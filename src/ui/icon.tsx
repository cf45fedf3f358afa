import type { ReactNode } from 'react';

/** One line weight, 24 × 24, only ever beside words. `flips`: mirrored in right-to-left. */
const drawings = {
  back: { path: 'm14 6-6 6 6 6', flips: true },
  forward: { path: 'm10 6 6 6-6 6', flips: true },
  down: { path: 'm7 10 5 5 5-5', flips: false },
  alert: { path: 'M12 4 21 19.5H3L12 4Zm0 6v4.5m0 2.4v.1', flips: false },
  phone: { path: 'M6.5 4h3l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5L16 13l4 1.5v3A2.5 2.5 0 0 1 17.500 20C10.600 20 4 13.400 4 6.500A2.500 2.500 0 0 1 6.500 4Z', flips: false },
  speech: { path: 'M5 5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-7l-4 4v-4H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z', flips: false },
  search: { path: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13Zm4.700-1.800L20 20', flips: false },
  note: { path: 'M7 3.500h7l4 4v12a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1Zm2 8.500h6m-6 4h4', flips: true },
  lock: { path: 'M7 10.500h10a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1Zm1.500 0V8a3.500 3.500 0 0 1 7 0v2.500', flips: false },
  plus: { path: 'M12 5.500v13m-6.500-6.500h13', flips: false },
  place: { path: 'M12 20.500s-6.500-5.800-6.500-10.500a6.500 6.500 0 0 1 13 0c0 4.700-6.500 10.500-6.500 10.500Zm0-8.200a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600Z', flips: false },
  device: { path: 'M8 3.500h8a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1Zm3 14h2', flips: false },
  info: { path: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17Zm0-9v5m0-8v.1', flips: false },
  clock: { path: 'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17ZM12 7.500V12l3 2', flips: false },
  link: { path: 'M10 6H6a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-4M13 5h6v6m0-6-8 8', flips: true },
  close: { path: 'm6.500 6.500 11 11m0-11-11 11', flips: false },
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return <Drawing {...drawings[name]} />;
}

export function Drawing({ path, flips }: { readonly path: string; readonly flips: boolean }): ReactNode {
  return (
    <svg className={flips ? 'icon flips' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}
