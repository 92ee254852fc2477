// The tags of templates: few, and none that could hide a mistake. Going through a list that carries the letter and is empty is
// one: the letter would list nothing.
import {
  AssignTag,
  CaseTag,
  CommentTag,
  type Context,
  type Emitter,
  evalToken,
  ForTag,
  IfTag,
  RenderTag,
  UnlessTag,
} from 'liquidjs';
import { FillError } from './fill-error.ts';

/** Lists without which there is no letter. */
const CARRYING = ['names', 'clauses', 'orders'];

class CarefulForTag extends ForTag {
  override *render(context: Context, emitter: Emitter): ReturnType<ForTag['render']> {
    const list: unknown = yield evalToken(this.collection, context);
    const name = this.collection.getText();
    if (!Array.isArray(list)) throw new FillError('unprintable-value', `"${name}" is no list to go through.`);
    if (list.length === 0 && this.elseTemplates.length === 0 && CARRYING.includes(name)) {
      throw new FillError('nothing-to-list', `There are no ${name} in this letter: it would list nothing.`);
    }
    yield* super.render(context, emitter);
  }
}

export const TAGS = {
  assign: AssignTag,
  case: CaseTag,
  comment: CommentTag,
  for: CarefulForTag,
  if: IfTag,
  render: RenderTag,
  unless: UnlessTag,
} as const;

/** By the word that opens a block: those that may stand in it, and the one that ends it. */
export const BLOCKS: Readonly<Record<string, { readonly inside: readonly string[]; readonly end: string }>> = {
  case: { inside: ['when', 'else'], end: 'endcase' },
  comment: { inside: [], end: 'endcomment' },
  for: { inside: ['else'], end: 'endfor' },
  if: { inside: ['elsif', 'else'], end: 'endif' },
  unless: { inside: ['elsif', 'else'], end: 'endunless' },
};
