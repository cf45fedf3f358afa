/** The noughts of scripts that have their own digits, Arabic to full width. */
const noughts = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10];

/** Digits of any script as 0 to 9. Everything else stays. */
export function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const nought = noughts.find((start) => code >= start && code < start + 10);
    return nought === undefined ? sign : String(code - nought);
  });
}
