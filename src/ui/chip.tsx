import type { ReactNode } from 'react';

interface ChipButtonProps {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A choice that is either on or off, said so to a screen reader. */
export function ChipButton({ pressed, onPress, children }: ChipButtonProps): ReactNode {
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  );
}
