import { list } from "./list-of-places.js";

/** A province a line, as in GB/T 2260, then its places; districts follow their city in brackets. */
list.china = `
北京 beijing：东城，西城，朝阳，丰台，石景山，海淀，门头沟，房山，通州，顺义，昌平，大兴，怀柔，平谷，密云，延庆
天津 tianjin：和平，河东，河西，南开，红桥，东丽，西青，津南，北辰，武清，宝坻，滨海，宁河，静海，蓟州
河北 hebei：石家庄 shijiazhuang，唐山 tangshan，秦皇岛 qinhuangdao，邯郸 handan，邢台 xingtai，保定 baoding，张家口 zhangjiakou，承德 chengde，沧州 cangzhou，廊坊 langfang，衡水 hengshui
山西 shanxi：太原 taiyuan，大同 datong，阳泉 yangquan，长治 changzhi，晋城 jincheng，朔州 shuozhou，晋中 jinzhong，运城 yuncheng，忻州 xinzhou，临汾 linfen，吕梁 lvliang luliang
内蒙古 inner-mongolia neimenggu：呼和浩特 hohhot huhehaote，包头 baotou，乌海 wuhai，赤峰 chifeng，通辽 tongliao，鄂尔多斯 ordos eerduosi，呼伦贝尔 hulunbuir hulunbeier，巴彦淖尔 bayannur bayannaoer，乌兰察布 ulanqab wulanchabu，兴安 hinggan xingan，锡林郭勒 xilingol xilinguole，阿拉善 alxa alashan
辽宁 liaoning：沈阳 shenyang，大连 dalian，鞍山 anshan，抚顺 fushun，本溪 benxi，丹东 dandong，锦州 jinzhou，营口 yingkou，阜新 fuxin，辽阳 liaoyang，盘锦 panjin，铁岭 tieling，朝阳 chaoyang，葫芦岛 huludao
吉林 jilin：长春 changchun，吉林 jilin，四平 siping，辽源 liaoyuan，通化 tonghua，白山 baishan，松原 songyuan，白城 baicheng，延边 yanbian
黑龙江 heilongjiang：哈尔滨 harbin haerbin，齐齐哈尔 qiqihar qiqihaer，鸡西 jixi，鹤岗 hegang，双鸭山 shuangyashan，大庆 daqing，伊春 yichun，佳木斯 jiamusi，七台河 qitaihe，牡丹江 mudanjiang，黑河 heihe，绥化 suihua，大兴安岭 daxinganling
上海 shanghai：黄浦，徐汇，长宁，静安，普陀，虹口，杨浦，闵行，宝山，嘉定，浦东，金山，松江，青浦，奉贤，崇明
江苏 jiangsu：南京 nanjing，无锡 wuxi，徐州 xuzhou，常州 changzhou（天宁、钟楼、新北、武进、金坛、溧阳），苏州 suzhou，南通 nantong，连云港 lianyungang，淮安 huaian，盐城 yancheng，扬州 yangzhou，镇江 zhenjiang，泰州 taizhou，宿迁 suqian
浙江 zhejiang：杭州 hangzhou，宁波 ningbo，温州 wenzhou，嘉兴 jiaxing，湖州 huzhou，绍兴 shaoxing，金华 jinhua，衢州 quzhou，舟山 zhoushan，台州 taizhou，丽水 lishui
安徽 anhui：合肥 hefei，芜湖 wuhu，蚌埠 bengbu，淮南 huainan，马鞍山 maanshan，淮北 huaibei，铜陵 tongling，安庆 anqing，黄山 huangshan，滁州 chuzhou，阜阳 fuyang，宿州 suzhou，六安 luan，亳州 bozhou，池州 chizhou，宣城 xuancheng
福建 fujian：福州 fuzhou，厦门 xiamen，莆田 putian，三明 sanming，泉州 quanzhou，漳州 zhangzhou，南平 nanping，龙岩 longyan，宁德 ningde
江西 jiangxi：南昌 nanchang，景德镇 jingdezhen，萍乡 pingxiang，九江 jiujiang，新余 xinyu，鹰潭 yingtan，赣州 ganzhou，吉安 jian，宜春 yichun，抚州 fuzhou，上饶 shangrao
山东 shandong：济南 jinan，青岛 qingdao，淄博 zibo，枣庄 zaozhuang，东营 dongying，烟台 yantai，潍坊 weifang，济宁 jining，泰安 taian，威海 weihai，日照 rizhao，临沂 linyi，德州 dezhou，聊城 liaocheng，滨州 binzhou，菏泽 heze
河南 henan：郑州 zhengzhou，开封 kaifeng，洛阳 luoyang，平顶山 pingdingshan，安阳 anyang，鹤壁 hebi，新乡 xinxiang，焦作 jiaozuo，濮阳 puyang，许昌 xuchang，漯河 luohe，三门峡 sanmenxia，南阳 nanyang，商丘 shangqiu，信阳 xinyang，周口 zhoukou，驻马店 zhumadian，济源 jiyuan
湖北 hubei：武汉 wuhan，黄石 huangshi，十堰 shiyan，宜昌 yichang，襄阳 xiangyang，鄂州 ezhou，荆门 jingmen，孝感 xiaogan，荆州 jingzhou，黄冈 huanggang，咸宁 xianning，随州 suizhou，恩施 enshi，仙桃 xiantao，潜江 qianjiang，天门 tianmen，神农架 shennongjia
湖南 hunan：长沙 changsha，株洲 zhuzhou，湘潭 xiangtan，衡阳 hengyang，邵阳 shaoyang，岳阳 yueyang，常德 changde，张家界 zhangjiajie，益阳 yiyang，郴州 chenzhou，永州 yongzhou，怀化 huaihua，娄底 loudi，湘西 xiangxi
广东 guangdong：广州 guangzhou，韶关 shaoguan，深圳 shenzhen，珠海 zhuhai，汕头 shantou，佛山 foshan，江门 jiangmen，湛江 zhanjiang，茂名 maoming，肇庆 zhaoqing，惠州 huizhou，梅州 meizhou，汕尾 shanwei，河源 heyuan，阳江 yangjiang，清远 qingyuan，东莞 dongguan，中山 zhongshan，潮州 chaozhou，揭阳 jieyang，云浮 yunfu
广西 guangxi：南宁 nanning，柳州 liuzhou，桂林 guilin，梧州 wuzhou，北海 beihai，防城港 fangchenggang，钦州 qinzhou，贵港 guigang，玉林 yulin，百色 baise bose，贺州 hezhou，河池 hechi，来宾 laibin，崇左 chongzuo
海南 hainan：海口 haikou，三亚 sanya，三沙 sansha，儋州 danzhou，五指山 wuzhishan，琼海 qionghai，文昌 wenchang，万宁 wanning，东方 dongfang，定安 dingan，屯昌 tunchang，澄迈 chengmai，临高 lingao，白沙 baisha，昌江 changjiang，乐东 ledong，陵水 lingshui，保亭 baoting，琼中 qiongzhong
重庆 chongqing：万州，涪陵，渝中，大渡口，江北，沙坪坝，九龙坡，南岸，北碚，綦江，大足，渝北，巴南，黔江，长寿，江津，合川，永川，南川，璧山，铜梁，潼南，荣昌，开州，梁平，武隆，城口，丰都，垫江，忠县，云阳，奉节，巫山，巫溪，石柱，秀山，酉阳，彭水
四川 sichuan：成都 chengdu，自贡 zigong，攀枝花 panzhihua，泸州 luzhou，德阳 deyang，绵阳 mianyang，广元 guangyuan，遂宁 suining，内江 neijiang，乐山 leshan，南充 nanchong，眉山 meishan，宜宾 yibin，广安 guangan，达州 dazhou，雅安 yaan，巴中 bazhong，资阳 ziyang，阿坝 aba ngawa，甘孜 garze ganzi，凉山 liangshan
贵州 guizhou：贵阳 guiyang，六盘水 liupanshui，遵义 zunyi，安顺 anshun，毕节 bijie，铜仁 tongren，黔西南 qianxinan，黔东南 qiandongnan，黔南 qiannan
云南 yunnan：昆明 kunming，曲靖 qujing，玉溪 yuxi，保山 baoshan，昭通 zhaotong，丽江 lijiang，普洱 puer，临沧 lincang，楚雄 chuxiong，红河 honghe，文山 wenshan，西双版纳 xishuangbanna，大理 dali，德宏 dehong，怒江 nujiang，迪庆 diqing
西藏 xizang tibet：拉萨 lhasa lasa，日喀则 xigaze rikaze shigatse，昌都 qamdo changdu，林芝 nyingchi linzhi，山南 shannan lhoka，那曲 nagqu naqu，阿里 ngari ali
陕西 shaanxi shanxi：西安 xian，铜川 tongchuan，宝鸡 baoji，咸阳 xianyang，渭南 weinan，延安 yanan，汉中 hanzhong，榆林 yulin，安康 ankang，商洛 shangluo
甘肃 gansu：兰州 lanzhou，嘉峪关 jiayuguan，金昌 jinchang，白银 baiyin，天水 tianshui，武威 wuwei，张掖 zhangye，平凉 pingliang，酒泉 jiuquan，庆阳 qingyang，定西 dingxi，陇南 longnan，临夏 linxia，甘南 gannan
青海 qinghai：西宁 xining，海东 haidong，海北 haibei，黄南 huangnan，海南 hainan，果洛 golog guoluo，玉树 yushu，海西 haixi
宁夏 ningxia：银川 yinchuan，石嘴山 shizuishan，吴忠 wuzhong，固原 guyuan，中卫 zhongwei
新疆 xinjiang：乌鲁木齐 urumqi wulumuqi，克拉玛依 karamay kelamayi，吐鲁番 turpan tulufan，哈密 hami，昌吉 changji，博尔塔拉 bortala boertala，巴音郭楞 bayingolin bayinguoleng，阿克苏 aksu akesu，克孜勒苏 kizilsu kezilesu，喀什 kashgar kashi，和田 hotan hetian，伊犁 ili yili，塔城 tacheng，阿勒泰 altay aletai，石河子 shihezi，阿拉尔 aral alaer，图木舒克 tumxuk tumushuke，五家渠 wujiaqu，北屯 beitun，铁门关 tiemenguan，双河 shuanghe，可克达拉 kokdala kekedala，昆玉 kunyu，胡杨河 huyanghe，新星 xinxing，白杨 baiyang
`;
