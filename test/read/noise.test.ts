import { describe, expect, it } from 'vitest';
import { isNoise } from '../../src/read/noise.ts';

describe('what pages have around a story', () => {
  it.each([
    'By Jane Miller and Tom O’Hara',
    'By  and   May 3, 2031',
    'By JANE MILLER | May 3, 2031, 10:15 a.m. ET',
    'Reporting by Jane Miller and Tom Fox in Port Corvey; editing by Ann Lee',
    'Our Standards: The Harbour Principles.',
    'REUTERS/Jane Miller/File Photo',
    'Reuters/File',
    '(Wall Street Journal, Financial Times, Reuters)',
    'date 2031-05-03 03.05.2031',
    'Published: 3 May 2031',
    'Learn More →',
    'Leave a Reply',
    'Your email address will not be published.',
    'Required fields are marked *',
    'Share this:',
    '© 2031 The Harbour Post. All rights reserved.',
    'Related stories',
    '12 Comments',
    'Advertisement',
  ])('is noise: %s', (line) => expect(isNoise(line)).toBe(true));

  it.each([
    '文章來源: 海邊人2031-05-03 23:39:58',
    '作者:Jane Miller 和 Tom Fox 2031 年 5 月 3 日',
    '路透社/Jane Miller/資料照片',
    'Jane Miller、Tom Fox 和 Ann Lee 在科维港的报道; 王小明和李大海编辑',
    '来源：港口晚报',
    '责任编辑：王小明',
    '本报记者 王小明 李大海 报道',
    '2031年5月3日 星期六 10:15',
    '发布时间：2031-05-03',
    '发表评论',
    '您的邮箱地址不会被公开。',
    '分享到微博',
    '相关阅读：',
    '版权所有，未经许可不得转载。',
    '（资料照片）',
    '上一篇：码头的清晨',
  ])('is noise in Chinese: %s', (line) => expect(isNoise(line)).toBe(true));
});

describe('the story itself', () => {
  it.each([
    'By noon the harbour was empty.',
    'By Tuesday, Captain Shao had written three reports.',
    'Share this bread with your brother, she said.',
    'Leave a reply with the boy at the gate.',
    'She came to the harbour on May 3, 2031.',
    'Reporting by telephone was all that they could do.',
    'The source of the river lies in the north.',
    'More on Lists',
    'Comments',
    'Read more books, and you will sleep better.',
    'The photograph was by Jane Miller.',
  ])('is no noise: %s', (line) => expect(isNoise(line)).toBe(false));

  it.each([
    '作者说，这本书写了十年。',
    '他来源源不断地送水。',
    '记者问他为什么不走。',
    '我们在2031年5月3日出发。',
    '她分享了自己的面包。',
    '这张照片是在码头拍的。',
    '关于我们的未来，他什么也没说。',
    '来源不明的船停在港外；没有人敢上去看。',
    '他把报道读了三遍；最后一遍读给编辑听。',
  ])('is no noise in Chinese: %s', (line) => expect(isNoise(line)).toBe(false));
});
