// Finds events on the page: words, kind, outlet, several sources. The choice stands in the address.
(() => {
  "use strict";
  const form = document.getElementById("finder");
  if (!form) return;
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const events = [...document.querySelectorAll(".event[id]")].map((item) => ({
    item,
    words: fold(item.textContent),
    status: item.className.match(/is-(\w+)/)[1],
    outlets: item.dataset.outlets.split("|"),
  }));
  const chapters = [...document.querySelectorAll(".chapter")];
  const result = form.querySelector("[role=status]");

  const matches = (event, wanted) =>
    wanted.words.every((word) => event.words.includes(word)) &&
    (!wanted.status || event.status === wanted.status) &&
    (!wanted.outlet || event.outlets.includes(wanted.outlet)) &&
    (!wanted.several || event.outlets.length > 1);

  const apply = () => {
    const data = new FormData(form);
    const query = new URLSearchParams([...data].filter(([, value]) => value));
    const wanted = {
      words: fold(data.get("q")).split(/\s+/).filter(Boolean),
      status: data.get("status"),
      outlet: data.get("outlet"),
      several: data.get("several"),
    };
    let found = 0;
    for (const event of events) {
      event.item.hidden = !matches(event, wanted);
      found += !event.item.hidden;
    }
    for (const chapter of chapters) chapter.hidden = !chapter.querySelector(".event:not([hidden])");
    result.textContent = String(query) && form.dataset.found.replace("##", events.length).replace("#", found);
    const address = location.pathname + (String(query) && "?" + query) + location.hash;
    history.replaceState(null, "", address);
  };

  const restore = () => {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements[name];
      if (!field) continue;
      if (field.type === "checkbox") field.checked = value === field.value;
      else field.value = value;
    }
    if (location.search) apply();
  };

  // an event that is linked to is shown, whatever is being looked for
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.closest("[hidden]")) return;
    form.reset();
    target.scrollIntoView();
  };

  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });
  addEventListener("hashchange", reveal);
  restore();
})();
