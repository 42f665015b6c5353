(() => {
  const { words, entries } = JSON.parse(document.getElementById("provenance").textContent);
  const dialog = document.getElementById("origin");
  const list = dialog.querySelector("dl");

  const open = (at) => {
    list.replaceChildren(
      ...entries[at].flatMap(([label, text]) => {
        const term = document.createElement("dt");
        const meaning = document.createElement("dd");
        term.textContent = words[label];
        meaning.textContent = words[text];
        return [term, meaning];
      }),
    );
    if (!dialog.open) dialog.showModal();
  };

  /** the figure behind a bar or slice; a folded slice has none */
  const drawn = (target) => {
    const shape = target.closest("[ecmeta_data_index]");
    const figure = target.closest("figure[data-figures]");
    if (!shape || !figure) return null;
    const series = Number(shape.getAttribute("ecmeta_series_index"));
    return JSON.parse(figure.dataset.figures)[series]?.[Number(shape.getAttribute("ecmeta_data_index"))] ?? null;
  };

  document.addEventListener("click", (event) => {
    if (event.target === dialog) return dialog.close();
    const number = event.target.closest("a.n");
    const at = number ? Number(number.dataset.n) : drawn(event.target);
    if (at === null) return;
    event.preventDefault();
    open(at);
  });
  for (const summary of document.querySelectorAll("nav details"))
    summary.open = matchMedia("(min-width: 1100px)").matches;
})();
