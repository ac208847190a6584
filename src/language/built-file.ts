import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DuiqiError } from '../errors.ts';

/**
 * A file that `npm run build` makes.
 *
 * @throws DuiqiError `missing-file` when it has not been made
 */
export function readBuilt(file: URL): Buffer {
  const path = fileURLToPath(file);
  if (!existsSync(path)) {
    throw new DuiqiError(
      'missing-file',
      'the dictionary has not been made.',
      { file: path },
      'Run npm run build.',
    );
  }
  return readFileSync(path);
}
