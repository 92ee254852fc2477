// Whether a value goes on below its line without a label of its own: then the line alone states a part of a list.
import { nameOrNone } from '../../model/name.ts';
import { labelled } from './clean.ts';

export function goesOnBelow(lines: readonly string[], labels: readonly string[]): boolean {
  return lines.some((line, at) => {
    const said = labelled(line);
    if (said === undefined || said.value === '' || !labels.includes(said.label)) return false;
    // In .kz a dash follows each status, the next line being further right as long as nobody moves it.
    if (/\s-$|[,/]$/.test(said.value)) return true;
    // Some relays put an empty line below each.
    return continues(lines.slice(at + 1, at + 3).find((next) => next.trim() !== '') ?? '');
  });
}

/** Further right, or a host by itself. */
function continues(line: string): boolean {
  const text = line.trim();
  if (text === '' || /^[%#;*>=-]/.test(text) || labelled(line) !== undefined) return false;
  return /^\s/.test(line) || nameOrNone(text.split(/\s/)[0] ?? '') !== undefined;
}
