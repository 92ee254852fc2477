// The text of a later order, for `takedown amend`: what it adds, releases and extends, below the words that a person wrote
// of it, if there are any. Names that it drops are released: nothing above it is edited away.

import type { OrderKind, ParagraphRef } from '../model/case/order.ts';
import type { Name } from '../model/name.ts';
import { flowText, textForm } from './flow.ts';

interface NewOrder {
  /** An order of which some keys are written already, as YAML lines. */
  readonly written?: string;
  readonly id?: string;
  readonly kind?: OrderKind;
  readonly docketEntry?: number;
  /** As typed, and read as an instant with its offset. */
  readonly entered?: string;
  /** As typed: `14 days` after entry, or an instant. */
  readonly expires?: string;
  readonly adds?: { readonly schedule: string; readonly to: readonly ParagraphRef[] };
  readonly releases?: { readonly names: readonly Name[]; readonly because?: string };
  /** As typed: `further-order`, or an instant. */
  readonly extends?: { readonly order: string; readonly until: string };
}

/** YAML lines without indentation. */
export function newOrderText(order: NewOrder): string {
  const { written, id, kind, docketEntry, entered, expires, adds, releases, extends: extended } = order;
  const lines = [
    ...(id === undefined ? [] : [`id: ${textForm(id)}`]),
    ...(kind === undefined ? [] : [`kind: ${kind}`]),
    ...(docketEntry === undefined ? [] : [`docket-entry: ${docketEntry}`]),
    ...(entered === undefined ? [] : [`entered: ${entered}`]),
    ...(expires === undefined ? [] : [`expires: ${expiryForm(expires)}`]),
    ...(written === undefined ? [] : [written.trimEnd()]),
    ...(extended === undefined ? [] : ['extends:', `  - ${flowText(extended)}`]),
    ...(adds === undefined ? [] : ['adds:', `  - ${flowText({ schedule: adds.schedule, to: adds.to })}`]),
    ...(releases === undefined ? [] : releaseLines(releases)),
  ];
  return `${lines.join('\n')}\n`;
}

export function expiryForm(expires: string): string {
  return /^\d+ days?$/.test(expires) ? `{ after: ${expires} }` : expires;
}

function releaseLines({ names, because }: NonNullable<NewOrder['releases']>): readonly string[] {
  const why = because === undefined ? [] : [`because: ${textForm(because)}`];
  const [first = '', ...rest] = [...why, 'names:', ...names.map((name) => `  - ${textForm(name)}`)];
  return ['releases:', `  - ${first}`, ...rest.map((line) => `    ${line}`)];
}
