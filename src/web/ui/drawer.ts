/** 画图的库, only the parts that our charts use; fetched when the first chart is to be seen. */
import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, GridComponent, AriaComponent, SVGRenderer]);

/** 画板 in an element; whoever asks for it takes it away again */
export const boardIn = (element: HTMLElement) => init(element, null, { renderer: "svg" });
