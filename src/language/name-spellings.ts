/**
 * How characters are spelled in the names of persons and places where neither pinyin nor Wade-Giles is behind it:
 * Hong Kong, Macao, Taiwan, Singapore, Malaysia and overseas. A character (Simplified) and its spellings, the usual
 * first; characters that share them stand together. A character may stand in several lines.
 */
export const SURNAMES = `
陈 chan tan chin chern tran|李 lee ly|黄 wong ng wee ooi oei hwang|梁 leung leong|张 cheung chong cheong teo
林 lam lim lum|郑 cheang tay teh|刘 lau low lew liew|周 chow chau chew chiu|吴 ng goh woo|蔡 choi choy chua tsoi
曾 tsang chan|邓 tang|何 ho|马 mah|叶 yip ip yap yeap|蒋 tseung cheung|孙 suen|许 hui khoo koh|谢 tse cheah chia
杨 yeung yeoh young yong|朱 choo|胡 woo wu oh foo|罗 law lo loh|高 ko|苏 so soo soh|冯 fung foong|潘 poon pun phua
袁 yuen|余 yue yee|徐 tsui chui shyu hsu|郭 kwok kuok kwek quek gou|卢 lo loo low|董 tung|方 fong|汤 tong
邱丘 yau khoo|江 kong gong kiang|钟 chung chong cheong|区 au ow|欧 au|夏 ha har|沈 shum sum sim|彭 pang
宋 sung soong|唐 tong|韩 hon|关 kwan|莫 mok|麦 mak|温 wan|鲁 lo|戴 tai|施 sze si see sy|严阎 yim|任 yam yum
范 fan|姚 yiu yeow|廖 liu liew leow|魏 ngai|崔 tsui chui|程 ching|傅 foo poh|卓 cheuk toh|简 kan|甘 kam
古顾辜 koo|石 shek sek|尹 wan|易 yik|岑 sham shum|霍 fok|阮 yuen|殷 yan|翁 yung ong|王 wong heng ong
庄 chong chng|颜 ngan gan|洪 hung ang|连 lin|伍 ng|利 lee lei|黎赖 lai|萧肖 siu seow siew siao|詹 chim jim|柯 or quah
游 yau yew|尤 yau|吕 lui lyu leu|蓝 lam|包 pao|白 pak|毛 mo|孟 mang|贾 ka kar|侯 hau|金 kam kim kin|万 man
段 tuen|雷 lui|钱 chin tsien|汪 wong|田 tin|姜 keung|邹 chow chau|熊 hung|陆 luk|孔 hung|康 hong|邵 siu shiu shaw
秦 chun|史 sze see|薛 sit sih|贺 ho|赵 chiu chiew|龚 kung|文 man|庞 pong|樊 fan|倪 ngai|葛 kot|武 mo|乔 kiu
耿 kang|柳 lau|骆 lok|祁 kei|裴 pui|司 sze szeto|徒 to toh|上 sheung|官 kwun koon|冼 sin|招 chiu|屈 wat|湛 cham
巫 mo|梅 mui moy|俞 yu yue|单 sin|鲍 pau|米 mai|韦卫 wai|聂 nip|尚 sheung|申 san|向 heung|项 hong|封 fung
纪 kei|童 tung|焦 chiu|左 cho tso|章 cheung cheong|闵 man|池 chi|甄 yan|贝 pui|谭 tam|杜 to toh|饶 yiu|常 sheung
毕 but|丁 ting|龙 lung loong|凌 ling|车 che|安 on|华 wah wa hwa`;

export const GIVEN_NAMES = `
爱 oi|安 on ang|柏 pak|宝保 po|碧 pik|标彪 piu|斌彬 pan|冰炳 ping|波 po|博 pok|才财彩 choi|灿 chan|昌 cheong
长 cheung|超潮朝 chiu|辰晨 san|成城 shing sing|承诚声胜盛圣 shing|春 chun|聪 chung|翠 tsui chui|达 tat|大 tai
丹 tan|道 to dao|德 tak teh|登 tang|迪 tik|东 tung|栋 tung tong|恩 yan|儿尔 yee|凡 fan|芳 fong|飞 fei|芬 fan
丰锋峰凤 fung|福 fuk fook|刚钢 kong|根 kan|功恭 kung|冠 kwun koon|光 kwong kuan kwang|广 kwong kwang|贵桂季 kwai
国 kwok|海 hoi|汉翰 hon|行恒衡 hang|豪好浩荷 ho|和 wo|红鸿虹 hung|宏弘 wang|华 wah wa hwa|怀 wai|欢宽 foon
焕 woon|辉 fai|慧惠 wai|吉 kat|基 kei kee|记 kei|继 kai|家嘉 ka kar|佳 kai|坚建健 kin|建 chee|剑俭 kim
杰 kit keat|洁 kit|介 kai|锦 kam|进晋俊骏浚 chun|瑾 kan|京经景 king|晶静菁 ching|敬 king|镜 keng|九 kau jeou kow
娟权 kuen|君军钧 kwan|凯 hoi|可 ho|克 hak hark|坤昆 kwan|锟 kuen|来 loi|岚琳霖 lam|朗 long|乐 lok|丽礼 lai
理莉 lei|力 lik|立 lap|莲 lin|良亮 leung|龙 lung loong loon|隆 lung|禄 luk|露 lo|伦 lun luan|麟 lun|曼敏民雯 man
茂 mau mo|美 mei mee bi|梦 mung|木 muk|南 nam|能 nang|年 nin|念 nim|培沛佩 pui|鹏 pang|平 ping pyng|启 kai
其奇琪 kei|绮 yee|强 keung|巧孝 hau|勤 kan|琴 kam khim|卿庆馨兴 hing|庆琼 king|泉全 chuen|群 kwan|然 yin
仁 yan yen|荣 wing|容蓉 yung|柔 yau|如茹 yu|瑞 sui shui swee|润 yun|若 yeuk|三 sam|森 sum sam shen|善 sin
少绍 siu|深 sham|生 sang|诗 sze|时 shi|世 sai|仕士思 sze|淑 shuk|双 sheung|水 shui sui|顺信 shun|循 shyun
嗣 tsz|松颂 chung|素 so|泰 tai|堂棠 tong|涛滔桃 to|腾 tang|天 tin|添 tim|庭廷婷 ting|同桐 tung|伟玮威维惟蔚 wai
西 sai|希熙喜 hei|锡 sik shyi|霞 ha|贤 yin|先 sin|仙 sin sen|娴 han|显宪 hin|香湘 heung sheung|祥翔 cheung|小 siu
晓 hiu|协 hip|心 sum sam|欣 yan|新 san|鑫 yam|星 sing|杏 hang|秀 sau|旭 yuk|轩 hin|萱 huen|玄 yuen|学 hok hsue
雪 suet|勋 fan|雅 nga|亚 ah nga|阿 ah|妍 yin|艳 yim|燕彦 yin|扬阳洋 yeung|耀 yiu yew|瑶 yiu|业 yip|一 yat
怡宜仪义 yee|宜 ih|义 yih|颐贻 yi|以 yee|艺 ngai|亦奕益忆 yik|毅 ngai|逸 yat|音荫 yam|银 ngan|英 ying ing|颖 wing
莹映 ying|永泳咏 wing|勇 yung|雄 hung shiung|优有幼佑 yau|友 yau yo|玉育毓 yuk|元源远苑 yuen|月悦越 yuet|云运韵 wan
泽 chak|展 chin|照 chiu|哲 chit je tseh|珍真振镇 chun|正政 ching|政 tsung|志智 chi chee|之芝枝治驰 chi|中忠仲 chung
竹 chuk|柱珠 chu|子 tsz chi|梓紫 tsz|自 chi|宗 chung|祖佐 cho|作 chok tsok|定鼎 ting|发 fat|法 fat|满 moon mun
妙苗 miu|娥 ngor|婵 sim|娇 kiu|嫦 sheung|妹 mui|鹤 hok|雁 ngan|菊 kuk|洲州 chau chow|谦 him|廉 lim|贞 ching tseng
桦 huah|敦 den|聿 ieoh|省 shiing|清 ching tsing|青 ching tsing|慈 chi|强 keong|明 meng|文 boon|发 huat|福 hock|成 seng
财 chye|德 teck|光 kong|顺 soon|金 kim|玉 geok|花 hwa`;

/** Characters of well-known places, by Hong Kong's, Macao's and the old postal spelling. */
export const PLACES = `
北 pe pak|津 tsin|庆 king|香 hong|港 kong|旺 mong|角 kok|尖 tsim|咀 tsui|屯 tuen|门 mun men|埔埗 po|荃 tsuen
湾环 wan|观 kwun|塘 tong|油 yau|地 tei|葵 kwai|涌 chung|仔 chai|衣 yi|将 tseung|澳 o|贡 kung|岭 ling leng|赤 chek
台 toi|山 shan|田 tin|淡 tam|京 king`;
