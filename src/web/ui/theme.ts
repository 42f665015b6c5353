/** 组件的样子: Ant Design under our colours; its defaults fail the contrast that eight hours a day need. */
import { type ThemeConfig, theme as themes } from "antd";
import { type Colours, coloursOf, type Scheme } from "./tokens.ts";

export const FONTS =
  '"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif';

const coloured = (c: Colours) => ({
  colorBgLayout: c.page,
  colorBgContainer: c.panel,
  colorBgElevated: c.raised,
  colorFillAlter: c.head,
  colorBgContainerDisabled: c.head,
  controlItemBgHover: c.head,
  controlItemBgActive: c.selected,
  colorPrimaryBg: c.selected,
  colorText: c.text,
  colorTextHeading: c.text,
  colorTextSecondary: c.text2,
  colorTextLabel: c.text2,
  colorTextTertiary: c.text3,
  colorTextDescription: c.text3,
  colorIcon: c.text3,
  colorTextPlaceholder: c.placeholder,
  colorTextQuaternary: c.placeholder,
  colorTextDisabled: c.disabled,
  colorBorder: c.border,
  colorBorderSecondary: c.hairline,
  colorSplit: c.hairline,
  colorBorderDisabled: c.hairline,
  colorPrimary: c.accent,
  colorInfo: c.accent,
  colorLink: c.accent,
  colorPrimaryBorder: c.accent,
  colorPrimaryHover: c.accentHover,
  colorPrimaryActive: c.accentHover,
  colorLinkHover: c.accentHover,
  colorTextLightSolid: c.onSolid,
  colorWarning: c.amber,
  colorWarningText: c.amber,
  colorWarningBg: c.amberBack,
  colorError: c.red,
  colorErrorText: c.red,
  colorErrorHover: c.redHover,
  colorErrorBg: c.redBack,
  colorSuccess: c.green,
  colorSuccessText: c.green,
  colorSuccessBg: c.greenBack,
  colorBgSpotlight: c.spotlight,
});

/** 字的大小 of what one reads; the style sheet has the same by its root */
const sizes = { usual: 14, large: 16, largest: 18 };
export type TextSize = keyof typeof sizes;

/** `still`: nothing moves, for whoever asked the system for that. */
export function themeOf(scheme: Scheme, text: TextSize, still: boolean): ThemeConfig {
  const c = coloursOf(scheme);
  const own = coloured(c);
  const base = scheme === "dark" ? themes.darkAlgorithm : themes.defaultAlgorithm;
  return {
    // the dark algorithm would dim what is given: ours are put back after it
    algorithm: [base, (_, map) => ({ ...map!, ...own })],
    token: {
      ...own,
      fontFamily: FONTS,
      fontSize: sizes[text],
      borderRadius: 6,
      borderRadiusSM: 4,
      controlHeight: 32,
      controlHeightSM: 26,
      controlHeightLG: 44,
      motion: !still,
    },
    components: {
      Button: { primaryColor: c.onSolid, dangerColor: c.onSolid, primaryShadow: "none", defaultShadow: "none" },
      Segmented: { itemSelectedBg: c.selected, itemSelectedColor: c.accent, itemColor: c.text, trackBg: c.head },
      Tooltip: { colorTextLightSolid: c.onSpotlight },
      Switch: { handleBg: c.onSolid },
    },
  };
}
