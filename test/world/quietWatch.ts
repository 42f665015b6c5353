/** 不看进度、不中断: for what is made without anybody watching. */
export const quietWatch = { progress: () => {}, signal: new AbortController().signal };
