// Finds events by words, kind, outlet and several sources. The choice stands in the address. The events are the cards
// of the page, or on the front page of a long timeline those of an index, loaded once something is looked for.
(() => {
  "use strict";
  const form = document.getElementById("finder");
  if (!form) return;
  const MOST = 100;
  const list = document.getElementById("found");
  const chapters = [...document.querySelectorAll(".chapter")];
  const result = form.querySelector("[role=status]");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const fromCard = (item) => ({
    item,
    words: fold(item.textContent),
    status: item.className.match(/is-(\w+)/)[1],
    outlets: item.dataset.outlets.split("|"),
    several: "several" in item.dataset,
  });
  const fromIndex = (entry) => ({
    ...entry,
    words: fold([entry.when, entry.heading, entry.text, ...entry.outlets].join(" ")),
  });
  let events;
  const load = async () => {
    if (!form.dataset.index) return [...document.querySelectorAll(".event[id]")].map(fromCard);
    return (await (await fetch(form.dataset.index)).json()).map(fromIndex);
  };

  const matches = (event, wanted) =>
    wanted.words.every((word) => event.words.includes(word)) &&
    (!wanted.status || event.status === wanted.status) &&
    (!wanted.outlet || event.outlets.includes(wanted.outlet)) &&
    (!wanted.several || event.several);

  const line = (event) => {
    const item = document.createElement("li");
    const when = document.createElement("span");
    const link = document.createElement("a");
    when.textContent = event.when;
    link.textContent = event.heading;
    link.href = event.at;
    item.append(when, " ", link);
    return item;
  };
  const show = (found) => {
    if (list) return list.replaceChildren(...found.slice(0, MOST).map(line));
    const shown = new Set(found);
    for (const event of events) event.item.hidden = !shown.has(event);
    for (const chapter of chapters) chapter.hidden = !chapter.querySelector(".event:not([hidden])");
  };

  const apply = async () => {
    const data = new FormData(form);
    const query = String(new URLSearchParams([...data].filter(([, value]) => value)));
    history.replaceState(null, "", location.pathname + (query && "?" + query) + location.hash);
    try {
      events ??= await load();
    } catch {
      result.textContent = form.dataset.missing;
      return;
    }
    const wanted = {
      words: fold(data.get("q")).split(/\s+/).filter(Boolean),
      status: data.get("status"),
      outlet: data.get("outlet"),
      several: data.get("several"),
    };
    const found = events.filter((event) => matches(event, wanted));
    show(query || !list ? found : []);
    result.textContent = query && form.dataset.found.replace("##", events.length).replace("#", found.length);
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
  const reveal = async () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.closest("[hidden]")) return;
    form.reset();
    await apply();
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
