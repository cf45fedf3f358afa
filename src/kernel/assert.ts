/** Stops on a programming mistake. The message never carries what a person typed. */
export function assert(claim: unknown, message: string): asserts claim {
  if (!claim) {
    throw new Error(message);
  }
}

/** Marks a branch that the types say cannot be reached. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}
