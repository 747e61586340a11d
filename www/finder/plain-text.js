/** Text in the form in which it is searched: width, case and script make no difference. */

/** Traditional characters and what is written for them here, as far as places and policies use them. */
const TRADITIONAL =
  "東东陽阳豐丰臺台澱淀門门頭头溝沟順顺義义興兴懷怀雲云慶庆開开紅红橋桥麗丽寶宝濱滨寧宁靜静薊蓟莊庄島岛鄲郸張张滄沧長长晉晋運运臨临呂吕內内烏乌遼辽爾尔倫伦貝贝彥彦蘭兰錫锡連连撫抚錦锦營营盤盘鐵铁嶺岭蘆芦" +
  "邊边龍龙齊齐雞鸡鶴鹤崗岗雙双鴨鸭綏绥黃黄匯汇楊杨閔闵賢贤蘇苏無无鍾钟樓楼進进壇坛鹽盐揚扬鎮镇遷迁溫温紹绍華华蕪芜馬马銅铜廈厦巖岩鄉乡餘余鷹鹰贛赣饒饶濟济棗枣煙烟濰潍澤泽鄭郑頂顶許许峽峡駐驻漢汉荊荆岡冈" +
  "鹹咸隨随潛潜農农嶽岳婁娄廣广關关遠远欽钦貴贵賀贺來来賓宾亞亚瓊琼萬万邁迈樂乐壩坝壽寿榮荣墊垫縣县節节貢贡瀘泸綿绵達达資资涼凉畢毕納纳薩萨則则裡里陝陕肅肃銀银隴陇樹树吳吴衛卫魯鲁瑪玛圖图職职業业補补貼贴" +
  "務务機机構构級级誠诚產产園园為为復复風风險险區区勞劳動动錄录並并參参個个會会於于應应對对穩稳標标準准類类數数條条領领訓训屬属額额請请經经輸输設设聯联絡络沒没還还證证書书繳缴費费國国問问題题網网種种滿满" +
  "號号兩两樣样員员難难實实際际暫暂時时響响較较計计報报調调適适規规劃划減减總总認认當当獲获飲饮擴扩淨净從从斷断該该辦办統统億亿倉仓儲储側侧論论選选麼么寫写歷历間间愛爱記记過过別别續续負负優优發发讀读繼继" +
  "戶户單单離离後后諮咨詢询電电話话點点專专項项冊册與与據据線线課课組组織织備备諾诺檢检測测結结導导學学遲迟審审顛颠確确說说嚴严撥拨約约師师階阶傷伤變变緩缓錢钱峯峰裏里衞卫説说爲为";

/** @type {Map<string, string> | undefined} */
let simplified;

function readTable() {
  /** @type {Map<string, string>} */
  const table = new Map();
  for (let at = 0; at < TRADITIONAL.length; at += 2) table.set(TRADITIONAL.charAt(at), TRADITIONAL.charAt(at + 1));
  return table;
}

/** @param {string} text */
export function plain(text) {
  simplified ??= readTable();
  const table = simplified;
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u4e00-\u9fff]/g, (character) => table.get(character) ?? character);
}
