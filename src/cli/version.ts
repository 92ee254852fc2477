// The version and the build, put in by the bundler.
declare global {
  const TAKEDOWN_VERSION: string;
  /** A digest over the program's source: two builds of one version are told apart by it. */
  const TAKEDOWN_BUILD: string;
}

export const VERSION = TAKEDOWN_VERSION;
export const BUILD = TAKEDOWN_BUILD;
