import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { headersFor, wipeAnswer, wipeAskers, wipePath } from './policy.ts';
import { chooseEncoding, openSite, readRequestPath, type Site, type StaticFile } from './static-files.ts';
import { hostingFolderOf, languagesIn } from './write.ts';

/**
 * `ok` answers. `hang` takes the connection and never answers: one bar of
 * signal that leads nowhere. `down` drops every connection. `cut` sends half of
 * each body and drops the connection.
 */
export type ServerMode = 'ok' | 'hang' | 'down' | 'cut';

export type SeenRequest = {
  readonly method: string;
  readonly path: string;
  readonly mode: ServerMode;
  /** Length of the body sent, as compressed; 0 while nothing has been. */
  readonly bytes: number;
};

export type StaticServer = {
  readonly url: string;
  readonly port: number;
  /** Every request that arrived, oldest first. Empty it with `length = 0`. */
  readonly requests: SeenRequest[];
  /** With `only`, the mode is for paths it accepts; the rest are answered. */
  setMode(mode: ServerMode, only?: (path: string) => boolean): void;
  /** From now on, serve another build: what a new release looks like. */
  swap(dist: string): void;
  close(): Promise<void>;
};

type OpenBuild = {
  readonly site: Site;
  readonly languages: readonly string[];
  readonly styleHashes: readonly string[];
};

function readStyleHashes(dist: string): string[] {
  const parsed: unknown = JSON.parse(readFileSync(join(hostingFolderOf(dist), 'headers.json'), 'utf8'));
  const hashes = (parsed as { styleHashes?: unknown }).styleHashes;
  if (!Array.isArray(hashes)) throw new Error('dist-hosting/headers.json has no styleHashes');
  return hashes.map(String);
}

function openBuild(dist: string): OpenBuild {
  return { site: openSite(dist), languages: languagesIn(dist), styleHashes: readStyleHashes(dist) };
}

/** Serves a build as a good host would, with the production header policy. */
export async function startServer(options: {
  readonly dist: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  readonly mode?: ServerMode;
}): Promise<StaticServer> {
  let build = openBuild(options.dist);
  let mode: ServerMode = options.mode ?? 'ok';
  let isAffected: (path: string) => boolean = () => true;
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();

  function send(request: IncomingMessage, response: ServerResponse, file: StaticFile, status: 200 | 404, seen: { mode: ServerMode; bytes: number }) {
    const isCut = seen.mode === 'cut';
    const encoding = file.isText ? chooseEncoding(request.headers['accept-encoding']) : 'identity';
    const { bytes, etag } = file.body(encoding);
    const headers: Record<string, string> = {
      ...headersFor(file.path, { ...build, transport: 'http' }),
      'Content-Type': file.contentType,
      ETag: etag,
    };
    if (file.isText) headers['Vary'] = 'Accept-Encoding';
    if (encoding !== 'identity') headers['Content-Encoding'] = encoding;
    if (status === 200 && !isCut && request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    headers['Content-Length'] = String(bytes.length);
    response.writeHead(status, headers);
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    seen.bytes = isCut ? bytes.length >> 1 : bytes.length;
    if (isCut) response.write(bytes.subarray(0, seen.bytes), () => response.destroy());
    else response.end(bytes);
  }

  function sendPlain(response: ServerResponse, status: number, text: string) {
    const headers = headersFor('/404.html', { ...build, transport: 'http' });
    response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(text);
  }

  /** The header that deletes is for our own page alone: see `wipeAskers`. */
  function mayWipe(request: IncomingMessage): boolean {
    return Object.entries(wipeAskers).every(([name, value]) => (request.headers[name] ?? value) === value);
  }

  const server = createServer((request, response) => {
    const path = readRequestPath(request.url ?? '');
    const current = path === null || isAffected(path) ? mode : 'ok';
    const seen = { method: request.method ?? '', path: request.url ?? '', mode: current, bytes: 0 };
    requests.push(seen);
    if (current === 'hang') return;
    if (current === 'down') {
      request.socket.destroy();
      return;
    }
    if (path === null) return sendPlain(response, 400, 'This address cannot be read.\n');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return sendPlain(response, 405, 'Only reading is possible here.\n');
    }
    if (path === wipePath && mayWipe(request)) {
      response.writeHead(200, headersFor(wipePath, { ...build, transport: 'http' }));
      response.end(wipeAnswer);
      return;
    }
    const file = path === wipePath ? null : build.site.find(path);
    if (file) return send(request, response, file, 200, seen);
    const notHere = build.site.findNotHere(path);
    if (notHere) return send(request, response, notHere, 404, seen);
    return sendPlain(response, 404, 'There is no page here.\n');
  });

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  function dropConnections() {
    for (const socket of sockets) socket.destroy();
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host ?? '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://localhost:${port}`,
    port,
    requests,
    setMode(next, only) {
      const isChange = mode !== next;
      mode = next;
      isAffected = only ?? (() => true);
      // A kept-alive connection would otherwise carry an answer begun before.
      if (isChange) dropConnections();
    },
    swap(dist) {
      build = openBuild(dist);
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      dropConnections();
      await closed;
    },
  };
}
