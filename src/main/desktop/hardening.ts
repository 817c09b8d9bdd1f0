import { app, type Session, shell } from 'electron';
import { openableUrl } from '#shared/openable-url.ts';
import { originOf } from '../ipc/trusted-sender.ts';

/** Applies to every page there will ever be: no navigation away, no new windows, no embedded pages. */
export function guardPages(trustedOrigin: string): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (originOf(url) !== trustedOrigin) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      openInBrowser(url);
      return { action: 'deny' };
    });
  });
}

/** A link somebody clicked: to the system's browser or mail program, never to anything else. */
function openInBrowser(address: string): void {
  const url = openableUrl(address);
  if (url !== undefined) void shell.openExternal(url);
}

/** The window may write the clipboard and reach its own pages; everything else is refused. */
export function guardSession(session: Session, trustedOrigin: string): void {
  const isAllowed = (permission: string) => permission === 'clipboard-sanitized-write';
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
  const ownSchemes = new Set(['app:', 'data:', 'blob:', 'devtools:']);
  const developmentHost = trustedOrigin.startsWith('http') ? new URL(trustedOrigin).host : null;
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    const { protocol, host } = new URL(url);
    answer({ cancel: !ownSchemes.has(protocol) && host !== developmentHost });
  });
}
