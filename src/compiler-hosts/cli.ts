import { runCompile } from './run-compile.ts';

process.exitCode = await runCompile(process.argv.slice(2));
