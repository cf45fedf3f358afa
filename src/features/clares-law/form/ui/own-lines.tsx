import type { ReactNode } from 'react';

/**
 * Words as a person wrote them: each line in its own direction and shut off
 * from what stands around it, so that signs which turn the direction over
 * change nothing outside their line. Never translated.
 */
export function OwnLines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return (
    <span className="own" translate="no">
      {lines.map((line, at) => (
        <bdi key={at} dir="auto">
          {line === '' ? ' ' : line}
        </bdi>
      ))}
    </span>
  );
}
