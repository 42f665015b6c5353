(() => {
  /** @type {{ words: string[], entries: [number, number][][] }} */
  const { words, entries } = JSON.parse(document.getElementById("provenance")?.textContent ?? "");
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("origin"));
  const list = /** @type {HTMLDListElement} */ (dialog.querySelector("dl"));

  /** @param {string} tag @param {number} word */
  const element = (tag, word) => {
    const made = document.createElement(tag);
    made.textContent = words[word] ?? "";
    return made;
  };

  /** @param {number} at */
  const open = (at) => {
    const entry = entries[at] ?? [];
    list.replaceChildren(...entry.flatMap(([label, text]) => [element("dt", label), element("dd", text)]));
    if (!dialog.open) dialog.showModal();
  };

  /**
   * The figure behind a bar or slice; a folded slice has none.
   * @param {Element} target @returns {number | null}
   */
  const drawn = (target) => {
    const shape = target.closest("[ecmeta_data_index]");
    const figure = /** @type {HTMLElement | null} */ (target.closest("figure[data-figures]"));
    if (!shape || !figure) return null;
    const series = Number(shape.getAttribute("ecmeta_series_index"));
    return JSON.parse(figure.dataset.figures ?? "")[series]?.[Number(shape.getAttribute("ecmeta_data_index"))] ?? null;
  };

  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target === dialog) return dialog.close();
    const number = /** @type {HTMLElement | null} */ (target.closest("a.n"));
    const at = number ? Number(number.dataset.n) : drawn(target);
    if (at === null) return;
    event.preventDefault();
    open(at);
  });
  const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("nav details"));
  for (const fold of folds) fold.open = matchMedia("(min-width: 1100px)").matches;
})();
