// The version, put in by the build.
declare global {
  const TAKEDOWN_VERSION: string;
}

export const VERSION = TAKEDOWN_VERSION;
