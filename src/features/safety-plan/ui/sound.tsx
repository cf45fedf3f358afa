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
  /** While it is read: whether it is still wanted. Pressed again, left or hidden meanwhile, it must not begin. */
  const wanted = useRef<{ is: boolean } | null>(null);
  useEffect(() => {
    const silence = (): void => {
      if (wanted.current) wanted.current.is = false;
      player.current?.stop();
    };
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') silence();
    };
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      silence();
    };
  }, []);
  const press = async (): Promise<void> => {
    if (wanted.current) {
      wanted.current.is = !wanted.current.is;
      return;
    }
    if (player.current?.state().isPlaying) {
      player.current.stop();
      return;
    }
    if (!player.current) {
      const still = { is: true };
      wanted.current = still;
      const bytes = await read();
      wanted.current = null;
      if (!still.is) return;
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
