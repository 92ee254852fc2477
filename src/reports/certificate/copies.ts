// Rule 902(14): the copies, identified by their digests; how they were kept, what is not certified, and the files one by one.
import { count } from '../../model/text/phrase.ts';
import { blank } from '../declaration/blank.ts';
import { isChanged } from '../declaration/declaration.ts';
import { exhibitLine } from '../declaration/exhibits.ts';
import type { Part } from '../declaration/numbered.ts';
import { paragraph } from '../paged/text.ts';
import type { CertificateParts } from './certificate.ts';

export function copiesPart({ files }: CertificateParts): Part {
  const stated = files.filter(({ stated }) => stated !== undefined);
  const changed = files.filter(isChanged);
  return {
    title: 'Copies, identified by their digests (Rule 902(14))',
    paragraphs: [
      [
        paragraph(
          'The SHA-256 digest of each file was taken from its octets when this certification was made. A change of any octet changes the digest, and nobody is known to have made two different files with one digest. A copy with the digest that is listed here is therefore identified as octet for octet the same as the file that it was copied from.',
        ),
      ],
      [
        paragraph(
          `Of ${count(files.length, 'file')}, ${stated.length} ${stated.length === 1 ? 'has' : 'have'} a digest that its run stated when it was written, beside the one that was taken now. ${changed.length === 0 ? 'Wherever there are both, they are equal, and no file is missing.' : `Missing, or with a digest other than the stated one: ${changed.length}. The list shows which.`}`,
        ),
      ],
    ],
  };
}

export function custodyPart({ signer }: CertificateParts): Part {
  return {
    title: 'How the files were kept',
    paragraphs: [
      [
        paragraph(
          `Since they were written, the files were kept in this way, with access by these people: ${signer.custody ?? blank('custody of the files')}.`,
        ),
      ],
    ],
  };
}

export function limitsPart(): Part {
  return {
    title: 'What is not certified',
    paragraphs: [
      [
        paragraph(
          'This is about how the records were made and that copies of them are the same. It does not say that what a server answered was true, nor anything of relevance or hearsay, nor of any instant other than those in the records.',
        ),
      ],
      [
        paragraph(
          'Rules 902(11), (13) and (14) ask for reasonable written notice to an adverse party before the hearing or trial, and that the records and this certification be made available for inspection. Whether that was done is not certified here.',
        ),
      ],
    ],
  };
}

export function filesPart({ files }: CertificateParts): Part {
  return {
    title: 'The files',
    paragraphs: [
      [
        paragraph(
          files.length === 0
            ? 'There are none.'
            : 'Each by its path in the folder of the case, and by the SHA-256 digest of its octets:',
        ),
        ...files.map((file, at) => exhibitLine(file, `${at + 1}`)),
      ],
    ],
  };
}
