/** Which addresses are the public internet, and that a name is judged by all it stands for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress, pinAddress } from '../../../src/adapters/web/guard-address.js';

describe('isPublicAddress', () => {
  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '::10.0.0.1',
    '64:ff9b::10.0.0.1',
    '2001:db8::1',
    '2002:a00:1::',
    '2001::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '192.169.0.1', '2606:4700:4700::1111'])(
    'takes %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it('refuses every IPv4 address in an IPv6 coat', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
        expect(isPublicAddress(`64:ff9b::${address}`)).toBe(false);
      }),
    );
  });
});

describe('pinAddress', () => {
  const pin = (host: string, addresses: readonly string[]) =>
    pinAddress(host, { isAllowed: isPublicAddress, resolve: async () => addresses });

  it('gives the first address of a name', async () => {
    expect(await pin('a.example', ['8.8.8.8', '1.1.1.1'])).toEqual({
      address: '8.8.8.8',
      family: 4,
    });
    expect(await pin('[2606:4700::1]', [])).toEqual({ address: '2606:4700::1', family: 6 });
  });

  it('refuses a name as soon as one of its addresses is private', async () => {
    await expect(pin('a.example', ['8.8.8.8', '10.0.0.1'])).rejects.toMatchObject({
      code: 'ADDRESS_FORBIDDEN',
    });
  });

  it('does not ask for the addresses of an address', async () => {
    await expect(pin('169.254.169.254', ['8.8.8.8'])).rejects.toMatchObject({
      code: 'ADDRESS_FORBIDDEN',
    });
  });

  it('says when a name is unknown', async () => {
    await expect(pin('a.example', [])).rejects.toMatchObject({ code: 'FETCH_FAILED' });
    const resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
    await expect(
      pinAddress('a.example', { isAllowed: isPublicAddress, resolve }),
    ).rejects.toMatchObject({
      code: 'FETCH_FAILED',
      message: expect.stringContaining('ENOTFOUND'),
    });
  });
});
