// Sends a form to the interface as it expects it; what it refuses is said above the form.
for (const form of document.forms)
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await fetch(form.dataset.path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(Object.fromEntries(new FormData(form))),
    });
    if (answer.ok) return location.reload();
    const { title, detail } = await answer.json();
    document.querySelector("#said").textContent = `${title}${detail ?? ""}`;
  });
