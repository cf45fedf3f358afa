import { useLayoutEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** Not in the DOM types yet. */
interface Watcher {
  onclose: (() => void) | null;
  destroy(): void;
}

/**
 * Android's Back gesture goes one screen back inside, and leaves only from the
 * screen the visit began on. CloseWatcher catches it without a history entry.
 * Only where the finger is the pointer: on a computer the same signal is
 * Escape, which people press for other things.
 */
export function useSystemBack(): void {
  const { key } = useLocation();
  const navigate = useNavigate();
  // With the drawing, not after it: the gesture may come as soon as the screen is seen.
  useLayoutEffect(() => {
    const { CloseWatcher } = window as { CloseWatcher?: new () => Watcher };
    if (!CloseWatcher || key === 'default' || !window.matchMedia('(pointer: coarse)').matches) {
      return;
    }
    const watcher = new CloseWatcher();
    watcher.onclose = () => void navigate(-1);
    return () => watcher.destroy();
  }, [key, navigate]);
}
