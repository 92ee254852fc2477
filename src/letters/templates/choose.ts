// Which template a letter is made from: the first that fits, so that a workspace's own stands in front of a shipped one.

import type { Reach, Role } from '../../model/case/party.ts';
import type { Purpose } from '../../model/letter/letter.ts';
import type { Template, TemplateSet } from './template.ts';

interface Wanted {
  readonly purpose: Purpose;
  readonly role: Role;
  readonly reach: Reach;
  readonly language: string;
  /** Kinds of relief that the letter is about; a template that lacks words for one of them does not fit. */
  readonly relief: readonly string[];
}

export function templateFor(set: TemplateSet, wanted: Wanted): Template | undefined {
  return set.templates.find((template) => fits(template, wanted));
}

export function fits(template: Template, wanted: Wanted): boolean {
  return (
    template.purpose === wanted.purpose &&
    template.roles.includes(wanted.role) &&
    template.reach.includes(wanted.reach) &&
    template.language === wanted.language &&
    wanted.relief.every((kind) => template.covers.includes(kind))
  );
}
