/**
 * Everything beyond localhost, for all three engines alike: a proxy that leads
 * every https address to one small page of ours with a throw-away certificate.
 * Nothing leaves the machine, and every address asked for is written down.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createProxy, type IncomingMessage } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `ok` answers; `hang` takes the connection and never answers; `down` refuses it. */
export type OutsideMode = 'ok' | 'hang' | 'down';

export interface Outside {
  readonly proxyPort: number;
  /** Every address asked for outside, oldest first, without what the browser asks for itself. */
  readonly asked: string[];
  /** What each of those requests said of where it came from; null: nothing. */
  readonly referrers: (string | null)[];
  /** What a browser's maker has it ask for: no page of ours causes it. */
  readonly browsersOwn: string[];
  setMode(mode: OutsideMode): void;
  close(): Promise<void>;
}

/** Hosts of the browsers' makers: updates, lists, clock. None is reachable here. */
const makers = /(^|\.)(mozilla\.(com|org|net)|mozgcp\.net|firefox\.com|google\.com|googleapis\.com|gstatic\.com|gvt1\.com|googleusercontent\.com|chromium\.org)$/;

const page = (host: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Outside: ${host}</title><link rel="icon" href="data:,"></head><body><p id="outside">An ordinary page at ${host}</p></body></html>`;

function makeCertificate(): { readonly key: Buffer; readonly cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'outside-'));
  const key = join(folder, 'key.pem');
  const cert = join(folder, 'cert.pem');
  const names = 'subjectAltName=DNS:www.bbc.co.uk,DNS:www.metoffice.gov.uk,DNS:en.wikipedia.org,DNS:start.test';
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=outside', '-addext', names, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return made;
}

function portOf(server: { address(): AddressInfo | string | null }): number {
  return (server.address() as AddressInfo).port;
}

export async function openOutside(): Promise<Outside> {
  let mode: OutsideMode = 'ok';
  const asked: string[] = [];
  const referrers: (string | null)[] = [];
  const browsersOwn: string[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };

  const site = createSecure(makeCertificate(), (request, response) => {
    asked.push(`https://${request.headers.host}${request.url}`);
    referrers.push(request.headers.referer ?? null);
    if (mode === 'hang') return;
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', Connection: 'close' });
    response.end(page(request.headers.host ?? ''));
  });
  // Plain http outside is asked for by no page of ours; it is written down and refused.
  const proxy = createProxy((request, response) => {
    const host = new URL(request.url ?? '', 'http://unknown').hostname;
    (makers.test(host) ? browsersOwn : asked).push(request.url ?? '');
    response.writeHead(502).end();
  });
  proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
    keep(socket);
    const host = (request.url ?? '').replace(/:443$/, '');
    if (makers.test(host)) {
      browsersOwn.push(host);
      socket.end('HTTP/1.1 502 Not here\r\n\r\n');
      return;
    }
    if (mode === 'down') {
      asked.push(`https://${host} (refused)`);
      socket.end('HTTP/1.1 502 Not here\r\n\r\n');
      return;
    }
    const inner = connect(portOf(site), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      inner.pipe(socket).pipe(inner);
    });
    keep(inner);
  });

  for (const server of [site, proxy]) {
    server.on('connection', keep);
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  }
  return {
    proxyPort: portOf(proxy),
    asked,
    referrers,
    browsersOwn,
    setMode(next) {
      if (next !== mode) for (const socket of sockets) socket.destroy();
      mode = next;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([site, proxy].map((server) => new Promise((done) => server.close(done))));
    },
  };
}
