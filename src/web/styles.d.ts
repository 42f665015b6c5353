/** 样式: imported for what it does, not for what it is. */
declare module "*.css";
