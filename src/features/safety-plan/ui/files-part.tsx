import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { longestSoundSeconds } from '#media/limits';
import { FaultLine } from '#ui/fault-line.tsx';
import { nextTo, useHandOn } from '#ui/use-hand-on.ts';
import type { Holder } from '../holder.ts';
import type { EntryFile } from '../model/entry.ts';
import { adderOf } from './adding.ts';
import { spanWords } from './span-words.ts';
import { FileRow } from './file-row.tsx';

interface Props {
  readonly holder: Holder;
  readonly id: string;
  readonly files: readonly EntryFile[];
}

/** What the words of a fault are called; anything else means that it was not saved. */
const told = ['not-a-picture', 'not-a-sound', 'too-large', 'no-memory', 'not-here', 'no-place', 'note-gone'] as const;

/** Pictures and recordings of an entry: made small, stripped of where they were taken, and sealed with the plan. */
export function FilesPart({ holder, id, files }: Props): ReactNode {
  const t = useText('log');
  const adder = adderOf(holder);
  const adding = useSyncExternalStore(adder.subscribe, () => adder.of(id));
  const isBusy = adding.busy > 0;
  const heading = useRef<HTMLHeadingElement>(null);
  const handOn = useHandOn();
  useEffect(() => () => adder.settle(id), [adder, id]);
  const wasBusy = useRef(isBusy);
  useEffect(() => {
    // The last place was taken, and with it went what was pressed.
    if (wasBusy.current && !isBusy && document.activeElement === document.body) handOn(heading.current);
    wasBusy.current = isBusy;
  }, [isBusy, handOn]);
  const left = holder.placesLeft();
  const picker = (kind: 'picture' | 'sound'): ReactNode => (
    <label className="button quiet pick">
      <input
        className="visually-hidden"
        type="file"
        accept={kind === 'picture' ? 'image/*' : 'audio/*'}
        data-plan-file={kind}
        onChange={(event) => {
          for (const file of event.target.files ?? []) adder.add(id, kind, file);
          // So that the same one can be picked again.
          event.target.value = '';
        }}
      />
      {t(kind === 'picture' ? 'file.addPicture' : 'file.addSound')}
    </label>
  );
  return (
    <section data-plan-files={files.length}>
      <h2 ref={heading} tabIndex={-1}>
        {t('file.title')}
      </h2>
      <ul>
        {files.map((file, at) => (
          <FileRow key={file.place} holder={holder} id={id} file={file} nth={at + 1} onGone={(row) => handOn((row && nextTo(row, 'h3')) ?? heading.current)} />
        ))}
      </ul>
      {left > 0 ? (
        <div className="pair">
          {picker('picture')}
          {picker('sound')}
        </div>
      ) : (
        <p className="warning" data-plan-full>
          {t('file.full')}
        </p>
      )}
      <div role="status" data-plan-adding={isBusy ? 'busy' : 'idle'}>
        {isBusy && <p>{t('file.working')}</p>}
        {!isBusy && adding.kept && (
          <p>
            {t('file.added')} {adding.kept.cutToSeconds !== null && t('file.cut', { time: spanWords(adding.kept.cutToSeconds) })}
          </p>
        )}
      </div>
      {adding.fault !== null && <FaultLine fault={{ what: adding.fault, words: t(`fault.${told.find((one) => one === adding.fault) ?? 'not-kept'}`) }} />}
      {left > 0 && (
        <>
          <p className="soft">
            {t('file.room', { count: left })} {t('file.soundRoom', { time: spanWords(longestSoundSeconds) })}
          </p>
          <p className="soft">{t('file.away', { count: Math.floor(holder.choosingMs / 60_000) })}</p>
        </>
      )}
      <p className="soft">
        {t('file.text')} {t('file.original')}
      </p>
    </section>
  );
}
