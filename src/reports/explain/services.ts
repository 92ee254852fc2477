// Domains under which strangers have names, and how the program knows them: for `takedown explain services`.
import { SUFFIX_LIST } from '../../model/tables/lists.ts';
import { SERVICE_KINDS, SERVICE_TABLE, type ServiceKind } from '../../model/tables/service-table.ts';
import type { Explanation } from './text.ts';

const LABELS: Readonly<Record<ServiceKind, string>> = {
  'dynamic-dns': 'Dynamic DNS',
  hosting: 'Shared hosting',
  cloud: 'Clouds',
  shortener: 'Link shorteners',
};

export const SERVICES_EXPLANATION: Explanation = {
  title: 'services',
  kind: 'domains under which strangers have names',
  paragraphs: [
    'A host name under such a domain has no registration of its own, so that no registry or registrar can do anything about it alone; and the domain itself belongs to thousands of strangers. Its operator is written to, as provider.',
    ...SERVICE_KINDS.map((kind) => ({ label: LABELS[kind], text: `${operators(kind).join(', ')}.` })),
    {
      label: 'Where this comes from',
      text: `A table of the program, each row with its source and the month in which that was read (latest ${latest()}), and the ${SUFFIX_LIST.name}, as ${SUFFIX_LIST.package} ${SUFFIX_LIST.version} of ${SUFFIX_LIST.published} has it.`,
    },
    'Neither is complete. A name under a domain that neither has is told as a host name all the same, by the registered domain above it.',
  ],
};

function operators(kind: ServiceKind): readonly string[] {
  return [...new Set(SERVICE_TABLE.filter((row) => row.kind === kind).map(({ operator }) => operator))];
}

function latest(): string {
  return SERVICE_TABLE.reduce((month, { seen }) => (seen > month ? seen : month), '');
}
