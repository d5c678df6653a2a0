/**
 * Keeps fetches out of private networks. A name is resolved once, every address it stands for must be public, and the
 * connection goes to the very address that was checked: a name that changes its mind in between changes nothing.
 */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { AppError } from '../../errors.js';

/** An address that may be connected to. */
export interface PinnedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Finds the addresses of a host name. */
export type ResolveHost = (host: string) => Promise<readonly string[]>;

/** Global unicast of IPv6 (RFC 4291); what lies outside is reserved or old. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/** The machine's own resolver. */
export const resolveHost: ResolveHost = async (host) =>
  (await lookup(host, { all: true, verbatim: false })).map(({ address }) => address);

/**
 * Whether an IP address lies on the public internet: not private, loopback, link-local (cloud metadata too),
 * carrier-grade NAT, multicast, reserved or documentation, and no IPv6 form that carries an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}

/**
 * Resolves a host and picks the address to connect to.
 *
 * @param host name or IP address, as `URL.hostname` gives it
 * @param options.isAllowed asked of every address @default isPublicAddress
 * @throws AppError ADDRESS_FORBIDDEN, FETCH_FAILED when the name is unknown
 */
export async function pinAddress(
  host: string,
  options: { readonly isAllowed: (address: string) => boolean; readonly resolve: ResolveHost },
): Promise<PinnedAddress> {
  const bare = host.replace(/^\[|\]$/g, '');
  const addresses = isIP(bare) === 0 ? await resolve(bare, options.resolve) : [bare];
  const refused = addresses.find((address) => !options.isAllowed(address));
  if (refused !== undefined) {
    throw new AppError(
      'ADDRESS_FORBIDDEN',
      `expected an address on the public internet, got ${refused === bare ? bare : `${bare} (${refused})`}`,
    );
  }
  const [address] = addresses;
  if (address === undefined) {
    throw new AppError('FETCH_FAILED', `expected an address for ${bare}, got none`);
  }
  return { address, family: isIP(address) === 6 ? 6 : 4 };
}

async function resolve(host: string, find: ResolveHost): Promise<readonly string[]> {
  try {
    return await find(host);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error';
    throw new AppError('FETCH_FAILED', `expected an address for ${host}, got ${code}`, { cause });
  }
}
