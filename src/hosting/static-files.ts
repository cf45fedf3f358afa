import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

export type StaticFile = {
  /** The file's own path inside the site, such as `/en/now/index.html`. */
  readonly path: string;
  readonly contentType: string;
  readonly isText: boolean;
  readonly body: (encoding: Encoding) => { readonly bytes: Buffer; readonly etag: string };
};

const textTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

const otherTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/**
 * The path a request asks for, decoded, or null when it is not one this server
 * answers: broken escapes, a NUL, a backslash or a step upwards.
 */
export function readRequestPath(url: string): string | null {
  const encoded = url.split(/[?#]/, 1)[0] ?? '';
  let path: string;
  try {
    path = decodeURIComponent(encoded);
  } catch {
    return null;
  }
  if (!path.startsWith('/') || /[\\\0]/.test(path)) return null;
  return path.split('/').includes('..') ? null : path;
}

/** The coding to answer with, from what the browser says it can read. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  const offers = (accepted ?? '').split(',').map((offer) => offer.trim().split(/\s*;\s*/));
  const takes = (name: string) =>
    offers.some(([coding, quality]) => coding === name && !/^q=0(\.0*)?$/.test(quality ?? ''));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}

function compress(bytes: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return gzipSync(bytes, { level: 9 });
  if (encoding === 'identity') return bytes;
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/**
 * The files of one build, read and compressed once. `/en/now`, `/en/now/` and
 * `/en/now/index.html` are the same file. Files that speak to the host only
 * (`_headers`) are not served.
 */
export function openSite(dist: string) {
  const root = resolve(dist);
  const opened = new Map<string, StaticFile>();

  function load(path: string): StaticFile {
    const known = opened.get(path);
    if (known) return known;
    const bytes = readFileSync(join(root, path));
    const extension = extname(path).toLowerCase();
    const textType = textTypes[extension];
    const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 20);
    const bodies = new Map<Encoding, { bytes: Buffer; etag: string }>();
    const file: StaticFile = {
      path,
      contentType: textType ?? otherTypes[extension] ?? 'application/octet-stream',
      isText: textType !== undefined,
      body(encoding) {
        const ready = bodies.get(encoding);
        if (ready) return ready;
        const made = { bytes: compress(bytes, encoding), etag: `"${tag}-${encoding}"` };
        bodies.set(encoding, made);
        return made;
      },
    };
    opened.set(path, file);
    return file;
  }

  return {
    /** The file for a path, or null when the build has none. */
    find(path: string): StaticFile | null {
      const clean = path.replace(/\/{2,}/g, '/');
      if (/^\/[_.]/.test(clean)) return null;
      const candidates = clean.endsWith('/') ? [`${clean}index.html`] : [clean, `${clean}/index.html`];
      const found = candidates.find((candidate) => {
        const onDisk = resolve(join(root, candidate));
        return onDisk.startsWith(root + sep) && isFile(onDisk);
      });
      return found === undefined ? null : load(found);
    },
    /** The "not here" page nearest to a path: in its language if it has one. */
    findNotHere(path: string): StaticFile | null {
      const language = path.split('/')[1] ?? '';
      return this.find(`/${language}/404.html`) ?? this.find('/404.html');
    },
  };
}

export type Site = ReturnType<typeof openSite>;
