/** Derives and does nothing else, to be compared with a whole opening. The name is the one that may compile WebAssembly and be a worker here. */
import { deriveAt, standardCost } from '../../../src/crypto/index.ts';

const scope = self as unknown as { onmessage: (() => void) | null; postMessage(ms: number): void };
const derive = deriveAt(standardCost);

scope.onmessage = () => {
  const start = performance.now();
  void derive(new TextEncoder().encode('a sentence to open it with'), new Uint8Array(32)).then(() => scope.postMessage(performance.now() - start));
};
