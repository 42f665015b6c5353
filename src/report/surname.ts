const compound =
  "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 梁丘 左丘 东门 西门 第五".split(
    " ",
  );
const titles = ["先生", "女士", "小姐", "同志", "老师", "师傅", "阿姨", "大爷", "某"];

/**
 * 只留姓氏: 彭先生 stays 彭先生, 彭志强 becomes 彭某, 欧阳明 becomes 欧阳某; one without Han characters becomes 某市民.
 * A report names a citizen no further.
 */
export function surnameOnly(name: string): string {
  const given = name.trim();
  const title = titles.find((word) => given.endsWith(word)) ?? "某";
  const rest = given.endsWith(title) ? given.slice(0, -title.length) : given;
  const surname = compound.find((word) => rest.startsWith(word)) ?? [...rest][0];
  return surname && /^\p{Script=Han}+$/u.test(surname) ? surname + title : "某市民";
}
