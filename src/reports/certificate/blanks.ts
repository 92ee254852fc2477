// What keeps a certification a draft: what only the qualified person can say, and what must not be certified as it stands.
import { count } from '../../model/text/phrase.ts';
import { isChanged } from '../declaration/declaration.ts';
import { isSimulated } from '../declaration/simulated.ts';
import type { CertificateParts } from './certificate.ts';

export function certificateBlanks({ report, signer, again, files }: CertificateParts): readonly string[] {
  const { name, role, basis, custody, executed } = signer;
  const changed = files.filter(isChanged);
  const { damaged, disagrees, notReread, unsound } = again;
  const other = Math.max(unsound - damaged - disagrees - notReread, 0);
  const hurdles: readonly (readonly [boolean, string])[] = [
    [name === undefined, 'the name of the person who certifies (--declarant)'],
    [role === undefined, "that person's role (--role)"],
    [basis === undefined, 'what makes that person qualified, and how that person knows (--basis)'],
    [custody === undefined, 'how the files were kept since they were written, and who had access (--custody)'],
    [executed === undefined, 'whether it is executed within or without the United States (--executed)'],
    [report.method.runs.length === 0, 'no finished run is on record: there is nothing to certify'],
    [isSimulated(report), 'a simulated network was asked: these are no records of the internet'],
    [report.damaged.length > 0, `${count(report.damaged.length, 'file')} of the record damaged`],
    [changed.length > 0, `${count(changed.length, 'file')} missing, or not as the record states`],
    [damaged > 0, `${count(damaged, 'place')} of the record no longer as it was written`],
    [disagrees > 0, `${count(disagrees, 'fact')} read otherwise from the kept octets`],
    [notReread > 0, `${count(notReread, 'observation')} that could not be read again`],
    [other > 0, `${count(other, 'further finding')} of takedown evidence verify`],
  ];
  return hurdles.flatMap(([holds, what]) => (holds ? [what] : []));
}
