/** 姓氏: where a Chinese name's surname ends, and whether it is so common that it says nothing of who it is. */
const words = (text: string): readonly string[] => text.split(/\s+/);
const letters = (text: string): ReadonlySet<string> => new Set(text.replace(/\s+/g, ""));

export const compoundSurnames = words(
  `欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离
   长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门
   羊舌 微生 公户 梁丘 左丘 东门 西门 第五`,
);

/** 常见姓氏: borne by so many that it points to nobody. */
const common = letters(`
  王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏
  付方邹熊白孟秦邱侯江尹薛闫雷段龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温常傅施康樊欧齐伍易文葛洪安乔梅贺兰伏盛倪翟颜鲁柳骆殷章庄聂焦
  左岳耿关祝童包辛滕詹凌霍阮符房柯佘甘霞喻阳裴单舒牛邢纪毕华凤游费卜季俞尤管齐谷项瞿成游路蒲岑娄涂蒙宫米车辜卓屈鲍涂祁简巫明苗`);

/** 能显示的姓氏: a common one or a compound one; null where the name begins otherwise, and the beginning may give its bearer away. */
export function plainSurname(name: string): string | null {
  // a name of those two characters alone is a given name of one: 欧 阳
  const compound = compoundSurnames.find((surname) => name !== surname && name.startsWith(surname));
  const first = [...name][0] ?? "";
  return compound ?? (common.has(first) ? first : null);
}

/** 是否像姓 */
export const isCommonSurname = (character: string): boolean => common.has(character);
