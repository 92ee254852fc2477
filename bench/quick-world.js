// A small internet of quick servers for a measurement: nsd of the distribution for the root, one top level and a sinkhole, and a registry
// that answers in RDAP; every name is where the order wants it. A process of its own, so that the check is measured alone.
//   node bench/quick-world.js FOLDER NAMES    writes FOLDER/network.yaml when it is up, and ends with a signal
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { startNsd } from './dns-server.js';
import { nameAt } from './generate.js';

const [folder, count] = process.argv.slice(2);
const SOA = '@ SOA ns1.sinkhole.example. admin.sinkhole.example. 1 600 300 86400 300';
const SINKHOLE = ['ns1.sinkhole.example.', 'ns2.sinkhole.example.'];
const delegations = SINKHOLE.map((server) => `@ NS ${server}`);
const names = Array.from({ length: Number(count) }, (_, at) => nameAt(at));

function zoneFile(file, lines) {
  writeFileSync(join(folder, file), ['$TTL 300', ...lines, ''].join('\n'));
  return file;
}

mkdirSync(folder, { recursive: true });
const root = zoneFile('root.zone', [
  '@ SOA a.root. admin.root. 1 600 300 86400 300',
  '@ NS a.root.',
  'a.root. A 198.51.100.1',
  'example. NS a.nic.example.',
  'a.nic.example. A 198.51.100.2',
]);
const top = zoneFile('example.zone', [
  '@ SOA a.nic admin.nic 1 600 300 86400 300',
  '@ NS a.nic',
  'a.nic A 198.51.100.2',
  ...SINKHOLE.flatMap((server) => [`sinkhole NS ${server}`, ...names.map((name) => `${name}. NS ${server}`)]),
  'ns1.sinkhole A 192.0.2.1',
  'ns2.sinkhole A 192.0.2.2',
]);
const sinkhole = zoneFile('sinkhole.zone', [SOA, ...delegations, 'ns1 A 192.0.2.1', 'ns2 A 192.0.2.2']);
const own = zoneFile('own.zone', [SOA, ...delegations, '@ A 192.0.2.10', '* A 192.0.2.10']);

const servers = await Promise.all(
  [
    { title: 'root', zones: [{ name: '.', file: root }] },
    { title: 'top', zones: [{ name: 'example.', file: top }] },
    {
      title: 'sinkhole',
      zones: [{ name: 'sinkhole.example.', file: sinkhole }, ...names.map((name) => ({ name: `${name}.`, file: own }))],
    },
  ].map((one) => startNsd({ folder, ...one })),
);
const registry = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/rdap+json' });
  response.end(JSON.stringify(registration(decodeURIComponent(request.url.split('/').at(-1)))));
});
await new Promise((resolve) => registry.listen(0, '127.0.0.1', resolve));

function registration(ldhName) {
  const fn = ['fn', {}, 'text', 'MarkMonitor Inc.'];
  return {
    objectClassName: 'domain',
    rdapConformance: ['rdap_level_0'],
    handle: `D1-${ldhName}`,
    ldhName,
    status: ['server transfer prohibited', 'server update prohibited', 'server delete prohibited'],
    nameservers: SINKHOLE.map((server) => ({ objectClassName: 'nameserver', ldhName: server.slice(0, -1) })),
    events: [
      { eventAction: 'registration', eventDate: '2018-02-03T04:05:06Z' },
      { eventAction: 'expiration', eventDate: '2035-02-03T04:05:06Z' },
    ],
    entities: [
      {
        objectClassName: 'entity',
        roles: ['registrar'],
        publicIds: [{ type: 'IANA Registrar ID', identifier: '292' }],
        vcardArray: ['vcard', [['version', {}, 'text', '4.0'], fn]],
      },
    ],
  };
}

const [rootPort, topPort, sinkholePort] = servers.map(({ port }) => port);
const routes = {
  '198.51.100.1': rootPort,
  '198.51.100.2': topPort,
  '192.0.2.1': sinkholePort,
  '192.0.2.2': sinkholePort,
};
const lines = Object.entries(routes).map(([address, port]) => `    "${address}": "127.0.0.1:${port}"`);
const text = `simulated: true
closed: true
dns:
  roots: ["198.51.100.1"]
  routes:
${lines.join('\n')}
rdap:
  servers: { example: "http://rdap.example/" }
  routes: { rdap.example: "127.0.0.1:${registry.address().port}" }
`;
// Whoever waits for the file finds it whole.
writeFileSync(join(folder, 'network.yaml.new'), text);
renameSync(join(folder, 'network.yaml.new'), join(folder, 'network.yaml'));

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await Promise.all(servers.map(({ stop }) => stop()));
    process.exit();
  });
}
