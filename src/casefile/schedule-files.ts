// Which files of its folder a case takes its names from, also where the case file has problems.
import { caseSchema } from './schema/case.ts';
import type { SourceText } from './source.ts';
import { readYamlPartly } from './yaml.ts';

/** Each once, as the case file names them. */
export function scheduleFiles(caseFile: SourceText): readonly string[] {
  const { reading } = readYamlPartly(caseFile, caseSchema);
  const files = Object.values(reading?.value.schedules ?? {}).map((schedule) => schedule?.file);
  return [...new Set(files.filter((file) => file !== undefined))];
}
