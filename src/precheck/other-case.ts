// What a precheck needs to know of the other cases of its workspace.
import type { Name } from '../model/name.ts';

/** Another case of the workspace, as far as it could be read. */
export interface OtherCase {
  readonly id: string;
  /** Its names are not told in this case's papers. */
  readonly sealed: boolean;
  readonly lists: ReadonlySet<Name>;
  /** Names of it with the servers that they were last seen at. */
  readonly servers: readonly { readonly name: Name; readonly nameServers: readonly Name[] }[];
}
