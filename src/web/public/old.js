// Read by every browser, however old: whoever can't run the page is told so instead of seeing nothing.
(() => {
  var able = "noModule" in document.createElement("script") && typeof Array.prototype.findLast === "function";
  if (able) return;
  window.addEventListener("DOMContentLoaded", () => {
    (document.getElementById("page") || document.body).textContent =
      "这个浏览器太旧，打不开这个网页。请换用 Chrome 109 或更新的浏览器（360、奇安信等请切到极速模式并升级）；市民也可以直接拨打 12345。";
  });
})();
