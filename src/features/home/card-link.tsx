import type { ReactNode } from 'react';
import { InsideLink } from '#ui/inside-link.tsx';
import { Icon, type IconName } from '#ui/icon.tsx';

interface Props {
  readonly to: string;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly tone?: 'plain' | 'urgent';
}

/** A row big enough for a shaking thumb. */
export function CardLink({ to, icon, title, text, tone = 'plain' }: Props): ReactNode {
  return (
    <InsideLink className={`card-link ${tone}`} to={to}>
      <span className="tile">
        <Icon name={icon} />
      </span>
      <span className="words">
        <strong>{title}</strong>
        <span>{text}</span>
      </span>
      <Icon name="forward" />
    </InsideLink>
  );
}
