import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '#i18n/use-text';
import { soundPlayer, type Player } from '#media/index';
import type { Bytes } from '../holder.ts';

/** A recording that plays when asked and stops when left. */
export function Sound({ read, of }: { readonly read: () => Promise<Bytes | null>; /** The id of its name, where there are several. */ readonly of?: string }): ReactNode {
  const t = useText('log');
  const player = useRef<Player | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [isLost, setLost] = useState(false);
  useEffect(() => () => player.current?.stop(), []);
  const press = async (): Promise<void> => {
    if (player.current?.state().isPlaying) {
      player.current.stop();
      return;
    }
    if (!player.current) {
      const bytes = await read();
      const made = bytes && soundPlayer(bytes);
      if (!made?.ok) {
        setLost(true);
        return;
      }
      const { value } = made;
      value.subscribe(() => setPlaying(value.state().isPlaying));
      player.current = value;
    }
    player.current.play();
  };
  if (isLost) return <p className="fault">{t('fault.lost')}</p>;
  return (
    <button type="button" className="button quiet" data-plan-do="play-sound" aria-describedby={of} data-plan-sound={isPlaying ? 'playing' : 'still'} onClick={() => void press()}>
      {t(isPlaying ? 'file.stop' : 'file.play')}
    </button>
  );
}
