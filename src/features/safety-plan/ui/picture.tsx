import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { drawPicture } from '#media/index';
import type { Bytes } from '../holder.ts';

interface Props {
  readonly read: () => Promise<Bytes | null>;
  /** What a screen reader says of it. */
  readonly name: string;
}

/** Drawn from memory: it has no address, and a browser cannot keep it. */
export function Picture({ read, name }: Props): ReactNode {
  const t = useText('log');
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(read);
  const [state, setState] = useState<'opening' | 'shown' | 'lost'>('opening');
  useEffect(() => {
    let isHere = true;
    const draw = async (): Promise<void> => {
      const bytes = await latest.current();
      if (!isHere || !canvas.current) return;
      const isDrawn = bytes !== null && (await drawPicture(bytes, canvas.current));
      if (isHere) setState(isDrawn ? 'shown' : 'lost');
    };
    void draw();
    return () => {
      isHere = false;
    };
  }, []);
  return (
    <div data-plan-picture={state}>
      {state === 'opening' && <p role="status">{t('file.opening')}</p>}
      {state === 'lost' ? <p className="fault">{t('fault.lost')}</p> : <canvas ref={canvas} role="img" aria-label={name} />}
    </div>
  );
}
