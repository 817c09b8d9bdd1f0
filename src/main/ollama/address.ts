import { AppError } from '#shared/errors.ts';

const defaultHost = '127.0.0.1';
const defaultPort = 11434;

/**
 * Where Ollama is looked for: the setting, else the variable OLLAMA_HOST, else this computer. Both are read as Ollama
 * itself reads OLLAMA_HOST (envconfig/config.go): the scheme may be absent, then the port is 11434; a scheme without
 * a port means 80 or 443; a path in front of the API may follow.
 *
 * Addresses to listen at (0.0.0.0, ::) become loopback. `localhost` becomes 127.0.0.1, because it may be resolved to
 * ::1 where Ollama does not listen; not over https, where the certificate is for the name.
 * @returns scheme, host, port and path, always with the port and without a slash at the end
 * @throws AppError address-invalid
 */
export function resolveAddress(setting: string | null | undefined, ollamaHost: string | undefined): string {
  const wanted = clean(setting) || clean(ollamaHost);
  return wanted === '' ? `http://${defaultHost}:${defaultPort}` : normalise(wanted);
}

/** Ollama, too, forgives the quotes that Windows leaves in a variable. */
function clean(address: string | null | undefined): string {
  return (address ?? '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
}

function normalise(wanted: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(wanted);
  const name = scheme?.[1]?.toLowerCase() ?? 'http';
  if (name !== 'http' && name !== 'https') throw invalid(wanted, `${name}:// is not supported`);
  const rest = wanted.slice(scheme?.[0].length ?? 0);
  const [hostAndPort = '', ...path] = rest.split('/');
  const { host, port } = splitHost(wanted, hostAndPort, scheme === null);
  // Only here, so that nothing but the host can surprise the parser: no credentials, no query.
  const url = parse(wanted, `${name}://${host}/${path.join('/')}`);
  if (url.search !== '' || url.hash !== '') throw invalid(wanted, 'a query or fragment has no place here');
  const usedPort = port ?? (scheme === null ? defaultPort : name === 'https' ? 443 : 80);
  return `${name}://${reachable(url.hostname, name)}:${usedPort}${url.pathname.replace(/\/+$/, '')}`;
}

function splitHost(
  wanted: string,
  text: string,
  mayBeEmpty: boolean,
): { readonly host: string; readonly port: number | null } {
  if (/[\s@\\?#%]/.test(text)) throw invalid(wanted, 'this is not a host');
  // Two colons and no brackets: a bare IPv6 address.
  if (/^[0-9a-f.]*:[0-9a-f.]*:[0-9a-f:.]*$/i.test(text)) return { host: `[${text}]`, port: null };
  const parts = /^(\[[0-9a-f:.]+\]|[^:[\]]*)(?::(.*))?$/i.exec(text);
  if (parts === null) throw invalid(wanted, 'this is not a host');
  const [, host = '', portText] = parts;
  const port = portText === undefined ? null : Number(portText);
  if (port !== null && (!/^\d{1,5}$/.test(portText ?? '') || port < 1 || port > 65_535)) {
    throw invalid(wanted, 'the port is a number from 1 to 65535');
  }
  if (host === '' && (port === null || !mayBeEmpty)) throw invalid(wanted, 'the host is missing');
  // "11434" would be read as the IPv4 address 0.0.44.170.
  if (/^\d+$/.test(host)) throw invalid(wanted, 'a number alone is not a host');
  return { host: host === '' ? defaultHost : host, port };
}

function reachable(hostname: string, scheme: string): string {
  if (hostname === '0.0.0.0') return defaultHost;
  if (hostname === '[::]') return '[::1]';
  if (hostname === 'localhost' && scheme === 'http') return defaultHost;
  return hostname;
}

function parse(wanted: string, address: string): URL {
  try {
    return new URL(address);
  } catch {
    throw invalid(wanted, 'this is not an address');
  }
}

function invalid(address: string, detail: string): AppError {
  return new AppError({ code: 'address-invalid', details: { address, detail } });
}
