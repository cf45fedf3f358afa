import type { ReactNode } from 'react';

export interface FaultTold {
  /** Its name in the code. */
  readonly what: string;
  readonly words: string;
}

/** What went wrong, beside what it is about, and said at once by a screen reader. */
export function FaultLine({ id, fault, children }: { readonly id?: string; readonly fault: FaultTold; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="fault" id={id} role="alert" data-vault-fault={fault.what}>
      <p>{fault.words}</p>
      {children}
    </div>
  );
}
