import type { ReactNode } from 'react';
import type { PaperRow } from '../model/paper.ts';
import { OwnLines } from './own-lines.tsx';
import { linesOf, type Speaker } from './request-words.ts';

/** What stands in a row: own words as written, everything else in the language of the speaker. */
export function Values({ row, speaker, unsureWords }: { readonly row: PaperRow; readonly speaker: Speaker; readonly unsureWords: string }): ReactNode {
  return (
    <>
      {row.values.map((value, at) =>
        value.is === 'words' ? (
          <OwnLines key={at} lines={value.lines} />
        ) : (
          <span key={at} className="own">
            <bdi dir="auto">{linesOf(speaker, row.field, value).join(' ')}</bdi>
          </span>
        ),
      )}
      {row.isUnsure && <span className="own soft">{unsureWords}</span>}
    </>
  );
}
