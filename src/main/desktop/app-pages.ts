import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

const host = 'parlor';
/** Scheme and host of Parlor's own pages; requests from anywhere else are refused. */
export const pagesOrigin = `app://${host}`;
export const startPage = `${pagesOrigin}/index.html`;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Nothing remote, nothing inline but styles (React writes style attributes). */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** To be called before the app is ready: a real origin instead of file://, with V8's code cache. */
export function registerPagesScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built window from `folder` and nothing outside it. */
export function servePages(folder: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const path = normalize(join(folder, decodeURIComponent(url.pathname)));
    if (url.host !== host || !path.startsWith(folder + sep)) return new Response(null, { status: 404 });
    try {
      return new Response(new Uint8Array(await readFile(path)), {
        headers: {
          'Content-Type': contentTypes[extname(path)] ?? 'application/octet-stream',
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
