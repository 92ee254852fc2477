// How much the system keeps of answers that came while the program was busy. Nothing is sent.
import { createSocket } from 'node:dgram';
import { type Examination, type Finding, fine, notSo } from '../../model/asking/diagnosis.ts';

/** Some fifty answers of 1232 octets; Linux gives 208 KiB without being asked, and that was measured to be enough. */
const ENOUGH = 64 * 1024;

const RAISE = 'Raise net.core.rmem_default: answers that find no room are lost and asked for again.';

export const bufferExamination: Examination = {
  group: 'machine',
  check: 'UDP buffer',
  examine: () =>
    new Promise<Finding>((resolve, reject) => {
      const socket = createSocket('udp4');
      socket.once('error', reject);
      socket.bind(0, () => {
        const size = socket.getRecvBufferSize();
        socket.close();
        const text = `${Math.round(size / 1024)} KiB for answers that wait`;
        resolve(size >= ENOUGH ? fine(text) : notSo(text, RAISE));
      });
    }),
};
