import type { ReactNode } from 'react';

/** Words as a person wrote them: each line in its own direction and shut off from what stands around it. Never translated. */
export function OwnWords({ words }: { readonly words: string }): ReactNode {
  return (
    <span translate="no">
      {words.split('\n').map((line, at) => (
        <span key={at}>
          {at > 0 && <br />}
          <bdi dir="auto">{line}</bdi>
        </span>
      ))}
    </span>
  );
}
