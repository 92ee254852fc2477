// Which styles of a Word file hide or strike out what has them.
import type { Attributes, XmlVisitor } from '../office/xml.ts';

export interface RunStyle {
  readonly struck?: boolean;
  readonly hidden?: boolean;
  /** White letters, which are seen only where the ground is not. */
  readonly white?: boolean;
  readonly shaded?: boolean;
}

export type Styles = ReadonlyMap<string, RunStyle>;

/** Smaller print than this is not read by eye; the file counts in half points. */
const TINY = 5;

export function stylesReader(): { readonly visitor: XmlVisitor; styles(): Styles } {
  const found = new Map<string, RunStyle>();
  let [id, base] = ['', ''];
  let own: RunStyle = {};
  return {
    visitor: {
      open(name, attributes) {
        if (name === 'style') [id, base, own] = [attributes['styleId'] ?? '', '', {}];
        else if (name === 'basedOn') base = attributes['val'] ?? '';
        else if (isOn(attributes)) own = { ...own, ...flagsOf(name, attributes) };
      },
      close(name) {
        if (name === 'style') found.set(id, { ...found.get(base), ...own });
      },
    },
    styles: () => found,
  };
}

/** `<w:strike w:val="false"/>` takes back what a style says. */
export function isOn({ val }: Attributes): boolean {
  return val === undefined || !['0', 'false', 'off', 'none'].includes(val);
}

export function flagsOf(name: string, { val = '', fill = '' }: Attributes): RunStyle {
  if (name === 'strike' || name === 'dstrike') return { struck: true };
  if (name === 'vanish' || name === 'webHidden') return { hidden: true };
  if (name === 'color') return { white: WHITE.test(val) };
  if (name === 'highlight') return { shaded: true };
  if (name === 'shd') return { shaded: !WHITE.test(fill) && fill !== '' && fill !== 'auto' };
  if (name === 'sz') return Number.parseInt(val, 10) < TINY ? { hidden: true } : {};
  return {};
}

const WHITE = /^(f[a-f0-9]){3}$/i;
