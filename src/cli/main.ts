// The program's front door: what must be quick stands before anything is loaded.
import { processContext } from './context.ts';
import { EXIT } from './exit.ts';
import { VERSION } from './version.ts';

const interruption = new AbortController();
let signalled: number | undefined;
/** Of a command for which a Ctrl-C is the way to end it. */
let ordinary = false;

for (const [signal, code] of [
  ['SIGINT', EXIT.interrupted],
  ['SIGTERM', EXIT.terminated],
  // A terminal that is closed ends what runs in it; Node forgets that `nohup` wanted otherwise.
  ['SIGHUP', EXIT.terminated],
] as const) {
  process.on(signal, () => {
    // The first asks for an orderly end, so that what was observed is saved; the second is obeyed at once.
    if (signalled !== undefined) process.exit(code);
    signalled = code;
    interruption.abort();
  });
}

const [only, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (only === '--version' || only === '-V')) {
  process.stdout.on('error', () => undefined);
  process.stdout.write(`${VERSION}\n`, (error) => {
    if (error && 'code' in error && error.code !== 'EPIPE') process.exitCode = EXIT.failed;
  });
} else {
  void start();
}

async function start(): Promise<void> {
  const { run } = await import('./run.ts');
  try {
    const endsOrdinarily = () => {
      ordinary = true;
    };
    const context = processContext(interruption.signal, new URL('part.js', import.meta.url), endsOrdinarily);
    const code = await run(context);
    process.exitCode = ordinary && signalled === EXIT.interrupted ? code : (signalled ?? code);
  } catch (error) {
    process.exitCode = EXIT.failed;
    if (error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd') {
      process.stderr.write('The folder in which this was started is gone.\n  Go to one that is there.\n');
      return;
    }
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`takedown ${VERSION} failed in a way that it should not. This is a bug:\n${told}\n`);
  }
}
