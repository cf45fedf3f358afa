/**
 * Sealing and opening one piece of fixed size: AES-256-GCM, a fresh nonce of 96
 * bits each time, everything about the piece's place bound in as additional
 * data, so that a piece moved elsewhere does not open. Format: README.md.
 */
import { copyOf, randomBytes, type Bytes, type Random } from './bytes.ts';

/** Stands in the additional data of every piece, and again inside the sealed text. */
export const formatVersion = 1;

export const nonceBytes = 12;
export const tagBytes = 16;

/** What sealing adds to a text. */
export const sealBytes = nonceBytes + tagBytes;

/** The 32 bytes Argon2id gave become the source of all keys. They are overwritten; the key object cannot be read out. */
export async function rootKey(root: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveKey']);
  root.fill(0);
  return key;
}

/** One key for one purpose. The same root and purpose give the same key; it cannot be read out. */
export function keyFor(root: CryptoKey, purpose: string): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(
    // No second salt: the root already comes from a random one of 32 bytes (RFC 5869, section 3.1).
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: new TextEncoder().encode(purpose) },
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** A key from 32 random bytes kept inside a sealed text. */
export function keyFrom(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** nonce | ciphertext | tag, as long as the text and `sealBytes`. */
export async function seal(key: CryptoKey, place: Bytes, text: Bytes, random: Random): Promise<Bytes> {
  const iv = randomBytes(nonceBytes, random);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: place, tagLength: tagBytes * 8 }, key, text);
  const whole = new Uint8Array(nonceBytes + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), nonceBytes);
  return whole;
}

/** The text, or `null`: another key, another place, or a changed byte. Which of these, nobody can tell. */
export async function unseal(key: CryptoKey, place: Bytes, sealed: Uint8Array): Promise<Bytes | null> {
  if (sealed.length < sealBytes) return null;
  const iv = copyOf(sealed, 0, nonceBytes);
  const rest = copyOf(sealed, nonceBytes);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: place, tagLength: tagBytes * 8 }, key, rest));
  } catch {
    return null;
  }
}

/** Small whole numbers side by side, four bytes each, high byte first. */
export function numbers(...values: readonly number[]): Bytes {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setUint32(index * 4, value));
  return bytes;
}
