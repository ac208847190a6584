import { expect, test, vi } from 'vitest';
import { chineseWordsOf, startCutting } from '../../src/language/cutting.ts';

vi.mock('../../src/threads/program.ts', () => ({
  programOf: () => ({
    file: new URL(`data:text/javascript,${encodeURIComponent("throw new Error('nodejieba is missing');")}`),
  }),
}));

test('what ends the thread reaches all who wait for it, and all who ask later', async () => {
  startCutting();
  const keys = Array.from({ length: 1500 }, () => '她在北京');
  const asked = await Promise.allSettled([chineseWordsOf(keys), chineseWordsOf(['书'])]);
  const reason = expect.objectContaining({ message: 'nodejieba is missing' });
  expect(asked).toEqual([
    { status: 'rejected', reason },
    { status: 'rejected', reason },
  ]);
  await expect(chineseWordsOf(['书'])).rejects.toThrow('nodejieba is missing');
});
