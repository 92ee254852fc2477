// Filters of lists. A part that no item of a list has is no part: it would make an empty list of a full one.
import { byCodeUnit } from '../../model/name.ts';
import { defineFilter, keyIn, kindOf, listIn, memberOf, refuse, textIn } from './filter.ts';

export const size = defineFilter({
  about: 'How many there are in a list; also written as `names.size`.',
  example: ['{{ target.name_servers | size }}', '2'],
  apply: (value) => listIn(value, 'size').length,
});

export const first = defineFilter({
  about: 'The first of a list; also written as `orders.first`.',
  example: ['{{ target.name_servers | first }}', 'ns1.sinkhole.example'],
  apply: (value) => listIn(value, 'first')[0],
});

export const last = defineFilter({
  about: 'The last of a list; also written as `orders.last`.',
  example: ['{{ target.name_servers | last }}', 'ns2.sinkhole.example'],
  apply: (value) => listIn(value, 'last').at(-1),
});

export const join = defineFilter({
  about: 'A list of texts with something between them, a comma and a blank if nothing is said.',
  example: ['{{ target.name_servers | join: "; " }}', 'ns1.sinkhole.example; ns2.sinkhole.example'],
  takes: 1,
  apply: (value, { args }) => {
    const [between = ', '] = args;
    if (typeof between !== 'string') return refuse(`"join" puts a text between, and this is ${kindOf(between)}.`);
    const texts = listIn(value, 'join').map((item) => textIn(item, 'join'));
    return texts.length === 0 ? refuse('"join" was given an empty list.') : texts.join(between);
  },
});

export const where = defineFilter({
  about: 'The items of a list whose part has a certain value, or of which it is true.',
  example: ['{{ names | where: "action", "transfer" | size }}', '2'],
  takes: 2,
  apply: (value, { args }) => {
    const key = keyIn(args[0], 'where');
    const items = listIn(value, 'where').map((item) => ({ item, part: memberOf(item, key, 'where') }));
    const wanted = args.length > 1 ? args[1] : true;
    return items.filter(({ part }) => part === wanted).map(({ item }) => item);
  },
});

export const map = defineFilter({
  about: 'A certain part of every item of a list.',
  example: ['{{ clauses | map: "paragraph" | and_list }}', '2(a)'],
  takes: 1,
  apply: (value, { args }) => {
    const key = keyIn(args[0], 'map');
    return listIn(value, 'map')
      .map((item) => memberOf(item, key, 'map'))
      .filter((part) => part !== undefined);
  },
});

export const sort = defineFilter({
  about: 'A list in order, of texts or by a part of its items.',
  example: ['{{ target.name_servers | sort | first }}', 'ns1.sinkhole.example'],
  takes: 1,
  apply: (value, { args }) => {
    const items = listIn(value, 'sort');
    const key = args.length > 0 ? keyIn(args[0], 'sort') : undefined;
    const rank = (item: unknown) => (key === undefined ? item : memberOf(item, key, 'sort'));
    return [...items].sort((a, b) => compare(rank(a), rank(b)));
  },
});

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return byCodeUnit(textIn(a, 'sort'), textIn(b, 'sort'));
}
