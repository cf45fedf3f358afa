import type { ReactNode } from 'react';
import { InsideLink } from '#ui/inside-link.tsx';
import { Drawing, Icon, type IconName } from '#ui/icon.tsx';

/** An open book; no other screen has one. */
const book = { path: 'M12 6.500C10 5 7 4.500 3.500 5v13c3.500-.500 6.500 0 8.500 1.500m0-13C14 5 17 4.500 20.500 5v13c-3.500-.500-6.500 0-8.500 1.500m0-13v13', flips: false } as const;

interface Props {
  readonly to: string;
  readonly icon: IconName | 'book';
  readonly title: string;
  readonly text: string;
  readonly tone?: 'plain' | 'urgent';
}

/** A row big enough for a shaking thumb. */
export function CardLink({ to, icon, title, text, tone = 'plain' }: Props): ReactNode {
  return (
    <InsideLink className={`card-link ${tone}`} to={to}>
      <span className="tile">
        {icon === 'book' ? <Drawing {...book} /> : <Icon name={icon} />}
      </span>
      <span className="words">
        <strong>{title}</strong>
        <span>{text}</span>
      </span>
      <Icon name="forward" />
    </InsideLink>
  );
}
