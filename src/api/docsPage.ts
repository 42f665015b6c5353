/** 接口文档的网页: the library's page under our own plain title, without its logo. */
export const docsTitle = "热线 12345 平台接口";

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1B5FA8"/><path d="M9 8h4l2 5-3 2a12 12 0 0 0 5 5l2-3 5 2v4c-8 2-17-7-15-15z" fill="#fff"/></svg>`;

export const docsPage = {
  // its other layout has a bar with the logo
  uiConfig: { layout: "BaseLayout" },
  logo: { type: "image/svg+xml", content: Buffer.from(icon) },
  theme: {
    title: docsTitle,
    favicon: [{ filename: "icon.svg", rel: "icon", type: "image/svg+xml", sizes: "any", content: Buffer.from(icon) }],
  },
};
