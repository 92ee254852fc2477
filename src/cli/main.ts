// The program's front door.
process.exitCode = 1;
