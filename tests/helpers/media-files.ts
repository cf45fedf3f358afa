/** Pictures and sounds with everything in them that must not survive. */

export const canary = 'Kestrel-Orchard-71';
export const gpsCanary = 'OSGB-Heron-44';

/** Every text that stands in what `withMetadata` and `wavOf` make, beside the picture and the sound. */
export const canaries = [canary, gpsCanary, 'Exif', 'GPS', 'http://ns.adobe.com', 'xmpmeta', 'ICC_PROFILE', 'INFO'] as const;

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly value: Buffer;
}

/** A list of Exif entries; values longer than four bytes stand behind it. */
function list(entries: readonly Entry[], at: number): Buffer {
  const after = at + 2 + entries.length * 12 + 4;
  const head = Buffer.alloc(2);
  head.writeUInt16BE(entries.length);
  const values: Buffer[] = [];
  let valueAt = after;
  const rows = entries.map(({ tag, type, count, value }) => {
    const row = Buffer.alloc(12);
    row.writeUInt16BE(tag, 0);
    row.writeUInt16BE(type, 2);
    row.writeUInt32BE(count, 4);
    if (value.length <= 4) value.copy(row, 8);
    else {
      row.writeUInt32BE(valueAt, 8);
      values.push(value);
      valueAt += value.length;
    }
    return row;
  });
  return Buffer.concat([head, ...rows, Buffer.alloc(4), ...values]);
}

const ascii = (tag: number, text: string): Entry => ({ tag, type: 2, count: text.length + 1, value: Buffer.from(`${text}\0`) });
const short = (tag: number, value: number): Entry => ({ tag, type: 3, count: 1, value: Buffer.from([value >> 8, value & 255, 0, 0]) });
const ratios = (tag: number, ...values: number[]): Entry => {
  const value = Buffer.alloc(values.length * 8);
  values.forEach((one, at) => {
    value.writeUInt32BE(one * 100, at * 8);
    value.writeUInt32BE(100, at * 8 + 4);
  });
  return { tag, type: 5, count: values.length, value };
};

/** Exif with a place in Maidstone, a text, and the way the camera was held. */
export function exifSegment(orientation: number): Buffer {
  const firstAt = 8;
  const entries = (gpsAt: number): Entry[] => {
    const pointer = Buffer.alloc(4);
    pointer.writeUInt32BE(gpsAt);
    return [ascii(0x010e, canary), short(0x0112, orientation), { tag: 0x8825, type: 4, count: 1, value: pointer }];
  };
  const gpsAt = firstAt + list(entries(0), firstAt).length;
  const gps = [ascii(1, 'N'), ratios(2, 51, 16, 30), ascii(3, 'E'), ratios(4, 0, 31, 12), ascii(18, gpsCanary)];
  const tiff = Buffer.concat([Buffer.from('MM\0*\0\0\0\x08', 'latin1'), list(entries(gpsAt), firstAt), list(gps, gpsAt)]);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]));
}

const xmpSegment = (): Buffer =>
  segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description title="${canary}"/></rdf:RDF></x:xmpmeta>`));

/** The same picture as a camera might have written it: place, text, comment, and a second picture's worth of bytes behind the end. */
export function withMetadata(jpeg: Uint8Array, orientation: number): Buffer {
  return Buffer.concat([
    jpeg.subarray(0, 2), exifSegment(orientation), xmpSegment(), segment(0xfe, Buffer.from(canary)), segment(0xed, Buffer.from(`Photoshop 3.0\0${canary}`)),
    jpeg.subarray(2), Buffer.from(canary),
  ]);
}

/** A tone in 16-bit stereo at 44.1 kHz, the right side quieter, with a list of who made it and where. */
export function wavOf(seconds: number, hertz: number): Buffer {
  const rate = 44_100;
  const samples = Buffer.alloc(Math.round(seconds * rate) * 4);
  for (let at = 0; at * 4 < samples.length; at += 1) {
    const value = Math.sin((2 * Math.PI * hertz * at) / rate) * 16_000;
    samples.writeInt16LE(Math.round(value), at * 4);
    samples.writeInt16LE(Math.round(value / 2), at * 4 + 2);
  }
  const chunk = (name: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const format = Buffer.alloc(16);
  format.writeUInt16LE(1, 0);
  format.writeUInt16LE(2, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt32LE(rate * 4, 8);
  format.writeUInt16LE(4, 12);
  format.writeUInt16LE(16, 14);
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), chunk('LIST', Buffer.concat([Buffer.from('INFO'), chunk('ICMT', Buffer.from(canary))])), chunk('data', samples)]));
}

/** How much of this tone is in the samples: 1 when it is all there is. */
export function shareOfTone(samples: ArrayLike<number>, rate: number, hertz: number): number {
  let [along, across, power] = [0, 0, 0];
  for (let at = 0; at < samples.length; at += 1) {
    const sample = samples[at] ?? 0;
    along += sample * Math.cos((2 * Math.PI * hertz * at) / rate);
    across += sample * Math.sin((2 * Math.PI * hertz * at) / rate);
    power += sample * sample;
  }
  return power === 0 ? 0 : (2 * (along * along + across * across)) / (samples.length * power);
}
