import { describe, expect, it } from 'vitest';
import { parseResolverPlace } from '../../../src/model/asking/resolver-place.ts';

function placed(text: string) {
  const reading = parseResolverPlace(text);
  return reading.ok ? reading.place : reading.why;
}

describe('the place of a resolver', () => {
  it.each([
    ['9.9.9.9', { over: 'udp', text: '9.9.9.9', address: '9.9.9.9' }],
    ['2620:00fe::10', { over: 'udp', text: '2620:fe::10' }],
    ['tls://DNS.example.', { over: 'tls', text: 'tls://dns.example', host: 'dns.example', port: 853 }],
    ['tls://dns.example:8853', { text: 'tls://dns.example:8853', port: 8853 }],
    ['tls://dns.example@192.0.2.53', { text: 'tls://dns.example@192.0.2.53', address: '192.0.2.53', port: 853 }],
    ['tls://dns.example@192.0.2.53:853', { text: 'tls://dns.example@192.0.2.53' }],
    [
      'tls://dns.example@[2001:DB8::1]:99',
      { text: 'tls://dns.example@[2001:db8::1]:99', address: '2001:db8::1', port: 99 },
    ],
    ['tls://dns.example@2001:db8::1', { text: 'tls://dns.example@[2001:db8::1]', port: 853 }],
    ['tls://192.0.2.53', { text: 'tls://192.0.2.53', host: '192.0.2.53' }],
    ['tls://[2001:db8::1]:853', { text: 'tls://[2001:db8::1]', host: '2001:db8::1' }],
    [
      'https://dns.example/dns-query',
      { over: 'https', text: 'https://dns.example/dns-query', port: 443, path: '/dns-query' },
    ],
    ['https://DNS.example:8443/q?x=1', { text: 'https://dns.example:8443/q?x=1', port: 8443, path: '/q?x=1' }],
    ['https://[2001:db8::1]/q', { host: '2001:db8::1', text: 'https://[2001:db8::1]/q' }],
  ])('%s', (text, expected) => {
    expect(placed(text)).toMatchObject(expected);
  });

  it.each(['9.9.9.9', 'tls://dns.example@[2001:db8::1]:99', 'https://dns.example:8443/q?x=1'])(
    'its text, %s, is read to the same place again',
    (text) => {
      const place = placed(text);
      expect(typeof place === 'string' ? place : placed(place.text)).toEqual(place);
    },
  );

  it.each([
    ['', 'is not the place'],
    ['nonsense!', 'is not the place'],
    ['dns.example', 'is a name'],
    ['9.9.9.9:53', 'has a port'],
    ['[2001:db8::1]:53', 'has a port'],
    ['udp://9.9.9.9', 'a way of asking that is not known here, udp'],
    ['quic://dns.example', 'a way of asking'],
    ['http://dns.example/dns-query', 'is not encrypted'],
    ['https://dns.example/dns-query{?dns}', 'a template'],
    ['https://user:secret@dns.example/', 'carries a login'],
    ['https://dns.example/#x', 'has a #'],
    ['https://dns.example:99999/', 'is not an address of the web'],
    ['https://', 'is not an address of the web'],
    ['tls://', 'has no host name'],
    ['tls://dns_example!', 'has no host name'],
    ['tls://0x7f.1', 'has no host name'],
    ['tls://dns.example:0', 'a port that there is not'],
    ['tls://dns.example:70000', 'a port that there is not'],
    ['tls://dns.example:853@192.0.2.1', 'a port before the @'],
    ['tls://dns.example@other.example', 'no IP address after the @'],
    ['tls://dns.example@', 'no IP address after the @'],
    ['tls://a.example@192.0.2.1@192.0.2.2', 'more than one @'],
    ['tls://dns.example/path', 'has no host name'],
  ])('"%s" is refused, with what to write', (text, why) => {
    const reading = parseResolverPlace(text);
    expect(reading).toMatchObject({ ok: false, why: expect.stringContaining(why) });
    expect(reading.ok || reading.hint.length > 10).toBe(true);
  });
});
