#!/usr/bin/env node
import { tuneEngine } from './engine.ts';
import { run } from './run.ts';

// The write that failed reports it; without a listener Node would end the process with a stack trace.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

tuneEngine();
process.exitCode = await run(process.argv.slice(2), process);
