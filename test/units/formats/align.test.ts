import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idBeadsOf, readAlign, writeAlign } from '../../../src/units/formats/align.ts';
import { LANTERNS } from '../sample.ts';

test('an alignment is written with one bead a line, Chinese first', () => {
  expect([...writeAlign(idBeadsOf(LANTERNS))].join('')).toBe(
    '[0]:[0,1]\n[1]:[]\n[]:[2]\n[2]:[3]\n[3,4]:[4]\n',
  );
});

test('spaces, costs, blank lines, Windows line ends and a byte order mark do no harm', () => {
  const text = '\ufeff[0]:[0, 1]:0.1234\r\n\n [ 1 , 2 ] : [ ] : any:thing \n[]:[2]';
  expect(readAlign(text, 'a.align')).toEqual([
    { zh: [0], en: [0, 1] },
    { zh: [1, 2], en: [] },
    { zh: [], en: [2] },
  ]);
});

test('gold may have gaps in a bead', () => {
  expect(readAlign('[3,7]:[2]', 'a.align')).toEqual([{ zh: [3, 7], en: [2] }]);
});

test('what was written is read again as it was', () => {
  const ids = fc.array(fc.nat(999_999_999));
  fc.assert(
    fc.property(fc.array(fc.record({ zh: ids, en: ids })), (beads) => {
      expect(readAlign([...writeAlign(beads)].join(''), 'a.align')).toEqual(beads);
    }),
  );
});

test.each([
  ['0:0', '2:1: this is not a bead: a list of sentence numbers in brackets should stand here.'],
  ['[0] [1]', '2:5: this is not a bead: a colon should stand here.'],
  ['[0]:', '2:5: this is not a bead: a list'],
  ['[0]:[1', '2:5: this is not a bead: a list'],
  ['[0,]:[1]', '2:1: this is not a bead: a list'],
  ['[a]:[1]', '2:1: this is not a bead: a list'],
  ['[-1]:[1]', '2:1: this is not a bead: a list'],
  ['[0]:[1] x', '2:9: this is not a bead: a second colon or the end of the line should stand here.'],
])('%j is an error that says where and what', (line, message) => {
  const read = () => readAlign(`[0]:[0]\n${line}\n`, 'gold.align');
  expect(read).toThrow(expect.objectContaining({ name: 'DuiqiError', code: 'format' }));
  expect(read).toThrow(`gold.align:${message}`);
});
