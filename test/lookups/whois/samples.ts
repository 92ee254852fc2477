// WHOIS replies for tests, written for them: reserved names, no registry's own text.
export const ICANN = `Domain Name: SEIZED.EXAMPLE
Registry Domain ID: D4711-EXAMPLE
Registrar WHOIS Server: whois.registrar.example
Registrar URL: http://www.registrar.example
Updated Date: 2019-03-18T09:15:00Z
Creation Date: 2017-05-02T11:22:33.5Z
Registry Expiry Date: 2027-05-02T11:22:33Z
Registrar: Custodian Registrar, Inc.
Registrar IANA ID: 9999
Registrar Abuse Contact Email: abuse@registrar.example
Registrar Abuse Contact Phone: +1.5550100
Domain Status: serverTransferProhibited https://icann.org/epp#serverTransferProhibited
Domain Status: serverUpdateProhibited https://icann.org/epp#serverUpdateProhibited
Domain Status: clientHold (https://icann.org/epp#clientHold)
Registrant Organization: Petitioner Corporation
Registrant Country: US
Name Server: NS2.SINKHOLE.EXAMPLE
Name Server: NS1.SINKHOLE.EXAMPLE 192.0.2.1
DNSSEC: unsigned
URL of the ICANN Whois Inaccuracy Complaint Form: https://icann.example/
>>> Last update of WHOIS database: 2019-03-18T14:00:00Z <<<

For more information on Whois status codes, please visit https://icann.example/epp
NOTICE: access may be rate limited. A name that is not found may be available for registration.
Registrar: this is small print
`;

/** The layout of older registries: no blank behind the colon. */
export const OLD = `Access to this information is provided to assist persons in determining the contents of a record.
Domain ID:D4711-OLD
Domain Name:SEIZED.EXAMPLE
Created On:02-May-2017 11:22:33 UTC
Last Updated On:18-Mar-2019 09:15:00 UTC
Expiration Date:02-May-2027 11:22:33 UTC
Sponsoring Registrar:Custodian Registrar, Inc. (R9-OLD)
Sponsoring Registrar IANA ID:9999
Status:SERVER TRANSFER PROHIBITED
Status:CLIENT HOLD
Registrant Organization:REDACTED FOR PRIVACY
Name Server:NS1.SINKHOLE.EXAMPLE
Name Server:NS2.SINKHOLE.EXAMPLE
Name Server:
DNSSEC:Unsigned
`;

/** A country's own layout, which only the second reader knows. */
export const COUNTRY = `% The registry of a small country
domain:        seized.example
nserver:       ns1.sinkhole.example
nserver:       ns2.sinkhole.example
registrar:     Custodian Registrar, Inc.
created:       2017-05-02
paid-till:     2027-05-02T11:22:33Z
`;

export function octets(text: string): Uint8Array {
  return Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8');
}
