import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface Props {
  /** What is dialled: E.164 or a short code. */
  readonly number: string;
  /** As people know it. */
  readonly display: string;
  /** The words on it; the number alone when left out. */
  readonly label?: string;
  readonly big?: boolean;
}

/** Opens the dialler and asks nothing more. The number keeps its direction in any script. */
export function CallLink({ number, display, label, big = false }: Props): ReactNode {
  return (
    <a className={big ? 'button call' : 'number'} href={`tel:${number}`}>
      {big && <Icon name="phone" />}
      {label === undefined ? <bdi dir="ltr">{display}</bdi> : label}
    </a>
  );
}
