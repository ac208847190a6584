import { type Anchor, align, type Term } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { readEvidence } from '../../src/evidence/evidence.ts';
import { partOf } from './sides.ts';

/** The linked names of a story, written zh=en. */
function namesIn(
  zh: string | readonly string[],
  en: string | readonly string[],
  glossary: Term[] = [],
): string[] {
  const pair = { zh: partOf('zh', [zh].flat()), en: partOf('en', [en].flat()) };
  return readEvidence([pair], glossary).pairs[0]!.names.links.map((link) => `${link.zh}=${link.en}`);
}

describe('names by their spelling', () => {
  test.each([
    ['谢锋来了。', 'Then Xie Feng came.', '谢锋=Xie Feng'],
    ['孙韵笑了。', 'Then Yun Sun laughed.', '孙韵=Yun Sun'],
    ['欧阳澍同意。', 'At last Ouyang Shu agreed.', '欧阳澍=Ouyang Shu'],
    ['後來蔣經國去了台北。', 'Later Chiang Ching-kuo went to Taipei.', '蒋经国=Chiang Ching-kuo'],
    ['陳永強住在香港。', 'In those days Chan Wing-keung lived in Hong Kong.', '陈永强=Chan Wing-keung'],
  ])('%s %s', (zh, en, link) => {
    expect(namesIn(zh, en)).toContain(link);
  });

  test('a character of the same sound changes nothing', () => {
    expect(namesIn(['谢锋来了。', '谢峰又走了。'], 'Then Xie Feng came and left.')).toEqual(
      expect.arrayContaining(['谢锋=Xie Feng', '谢峰=Xie Feng']),
    );
  });

  test('no words that are only spelled alike', () => {
    expect(namesIn('他写封信给我。', 'Then Xie Feng came.')).toEqual([]);
    expect(namesIn('他立刻走了。', 'And Like it or not, he went.')).toEqual([]);
  });

  test('a surname alone where something shows that it is one', () => {
    expect(namesIn('“沈老师，您好。”', '“Good morning, Miss Shen.”')).toContain('沈=Shen');
    expect(namesIn('领头的姓段。', 'A man named Duan led them.')).toContain('段=Duan');
  });
});

describe('names by their sound', () => {
  test.each([
    ['布林肯上个月来过。', 'Last month Blinken came.', '布林肯=Blinken'],
    ['那天克鲁姆没有来。', 'That day Krum did not come.', '克鲁姆=Krum'],
    ['船开往卢桑德里亚。', 'The ship sailed for Lusandria.', '卢桑德里亚=Lusandria'],
  ])('%s %s', (zh, en, link) => {
    expect(namesIn(zh, en)).toContain(link);
  });

  test('join the parts of a whole name, without the title before it', () => {
    const names = namesIn(
      '首席顾问科林·克鲁姆和纳迪娅·索伦都同意。',
      'Both Colin Krum and Nadia Soren agreed.',
    );
    expect(names).toEqual(
      expect.arrayContaining(['科林·克鲁姆=Colin Krum', '纳迪娅·索伦=Nadia Soren', '索伦=Soren']),
    );
  });

  test('do not make a name of what an English word means', () => {
    expect(namesIn('中国人说中文。', 'The people there speak Chinese.')).toEqual([]);
  });
});

describe('names with their original in brackets', () => {
  test('are known wherever they stand', () => {
    const names = namesIn(
      ['发言人坦南特（Moira Tennent）说完就走了。', '坦南特没有回答。'],
      'Afterwards Tennent did not answer Moira Tennent.',
    );
    expect(names).toEqual(expect.arrayContaining(['坦南特=Moira Tennent', '坦南特=Tennent']));
  });

  test('may be ships and offices', () => {
    expect(namesIn('拖轮“堡垒”号（Bastion）到了。', 'Then the tug Bastion arrived.')).toContain(
      '堡垒=Bastion',
    );
    expect(
      namesIn('史汀生中心（Stimson Center）的人来了。', 'People from the Stimson Center came.'),
    ).toContain('史汀生中心=Stimson Center');
  });
});

describe('names by other names', () => {
  test.each([
    ['五角大廈否認了。', 'The Pentagon denied it.', '五角大厦=Pentagon'],
    ['五角大楼否认了。', 'The Pentagon denied it.', '五角大楼=Pentagon'],
    ['川普同意了。', 'Yesterday Trump agreed.', '川普=Trump'],
    ['紐西蘭很遠。', 'It is far to New Zealand.', '纽西兰=New Zealand'],
    ['他住在雪梨。', 'He lives in Sydney.', '雪梨=Sydney'],
  ])('%s %s', (zh, en, link) => {
    expect(namesIn(zh, en)).toContain(link);
  });

  test('a glossary comes before everything else', () => {
    const glossary: Term[] = [
      { zh: '韋小寶', en: 'Trinket', kind: 'person' },
      { zh: '浮标', en: 'marker buoy' },
    ];
    expect(namesIn('韦小宝游到浮标那里。', 'Then Trinket swam to the Marker Buoy.', glossary)).toEqual([
      '韦小宝=Trinket',
      '浮标=marker buoy',
    ]);
  });
});

describe('names of an alignment', () => {
  const zh = [
    '那年春天，阿豆子第一次出海。',
    '码头上的人都认识阿豆子。',
    '风很大，船长叫他回去。',
    '阿豆子不肯，他说他会看天。',
    '后来雨停了，月亮出来了。',
    '海岸警卫队的船从马鞍礁开来。',
    '那天夜里阿豆子救了三个人。',
  ];
  const en = [
    'That spring Peaseblossom went to sea for the first time.',
    'Everyone on the pier knew Peaseblossom.',
    'The wind was strong, and the captain told him to go back.',
    'But Peaseblossom refused; he could read the sky, he said.',
    'Later the rain stopped and the moon came out.',
    'A boat of the Coast Guard came from Saddle Reef.',
    'That night Peaseblossom saved three people.',
  ];
  const anchorsOfStory = async (): Promise<Anchor[]> =>
    (await align(partOf('zh', zh), partOf('en', en))).beads.flatMap((bead) => bead.anchors);

  test('are linked by their company when nothing else links them', async () => {
    const anchors = await anchorsOfStory();
    expect(anchors.filter((anchor) => anchor.en === 'Peaseblossom').map((anchor) => anchor.zh)).toEqual(
      Array(4).fill('阿豆子'),
    );
  });

  test('are linked when they are translated', async () => {
    expect(await anchorsOfStory()).toContainEqual({ kind: 'place', zh: '马鞍礁', en: 'Saddle Reef' });
  });

  test('stand in the list of the whole though no bead has both', async () => {
    const { names } = await align(
      partOf('zh', ['谢锋来了。']),
      partOf('en', ['It rained.', 'Then Xie Feng left.']),
    );
    expect(names).toContainEqual({ kind: 'person', zh: '谢锋', en: 'Xie Feng' });
  });
});
