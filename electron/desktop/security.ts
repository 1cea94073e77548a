import type { App, Session, WebContents } from 'electron';
import { mayNavigate, mayRequest, mayUse } from './policies.ts';

/** To be called before the app is ready: sandbox for every process, no name look-up of any kind. */
export function hardenProcess(app: Pick<App, 'enableSandbox' | 'commandLine'>): void {
  app.enableSandbox();
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('dns-prefetch-disable');
}

/** Rules for everything that loads in this session: permissions, requests, downloads. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((...[, permission, decide, details]) => {
    decide(mayUse(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, `${origin}/`));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayRequest(details.url) }));
  // Files leave the program through the save dialog alone, where the target is checked first.
  session.on('will-download', (event) => event.preventDefault());
}

/** Rules for every page that is ever made: it stays where it is and opens nothing. */
export function hardenContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!mayNavigate(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
