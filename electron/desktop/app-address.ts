/** The program's own scheme: no file://, so that no local file is ever of the page's origin (checklist row 18). */
export const appScheme = 'app';
const appHost = 'kyodo';
export const appOrigin = `${appScheme}://${appHost}`;
export const appUrl = `${appOrigin}/index.html`;

/** True for a URL of the program's own screen and nothing that only looks like it (app://evil, app://kyodo@evil). */
export function isAppUrl(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  const { protocol, host, username, password } = parsed;
  return protocol === `${appScheme}:` && host === appHost && username === '' && password === '';
}
