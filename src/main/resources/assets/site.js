// Ranks as the server's Search does; the tests' search.csv holds the two together.
// A row of the index is [code, name, definedBy, summary, words].
const WEIGHTS = [20, 10, 4, 2];
const NOISE = ["http", "https", "httpstatus", "sc", "status", "code", "error"];

function wordsOf(text) {
  return text.toLowerCase().match(/[a-z0-9]+/g) || [];
}

// Whether a letter is missing, too much, another, or has changed places with its neighbour.
function isOneErrorFrom(text, word) {
  let i = 0;
  while (i < text.length && text[i] === word[i]) i++;
  const here = text.slice(i);
  const there = word.slice(i);
  return here.slice(1) === there.slice(1) || here.slice(1) === there || here === there.slice(1)
    || here.length > 1 && there.startsWith(here[1] + here[0]) && here.slice(2) === there.slice(2);
}

function score(row, term) {
  const number = String(row[0]);
  let best = number === term.text ? 1000 : number.startsWith(term.text) ? 100 : 0;
  WEIGHTS.forEach((weight, i) => {
    for (let word of wordsOf(row[i + 1])) {
      if (word.startsWith(term.text)) best = Math.max(best, word === term.text ? weight * 1.5 : weight);
      else if (term.misspelt && isOneErrorFrom(term.text, word)) best = Math.max(best, weight / 2);
    }
  });
  return best;
}

function termsOf(rows, query) {
  const words = wordsOf(query.replace(/([a-z])([A-Z])/g, "$1 $2"));
  const telling = words.filter((word) => !NOISE.includes(word));
  return (telling.length ? telling : words).map((text) => ({
    text,
    misspelt: text.length > 4 && rows.every((row) => score(row, { text }) === 0),
  }));
}

function search(rows, query) {
  const terms = termsOf(rows, query);
  const found = rows.map((row) => {
    const scores = terms.map((term) => score(row, term));
    return {
      row,
      fits: terms.some((term) => term.text === String(row[0])) || scores.every((each) => each > 0),
      total: scores.reduce((sum, each) => sum + each, 0),
    };
  }).filter((entry) => entry.total > 0);
  const some = found.some((entry) => entry.fits);
  return found
    .filter((entry) => !some || entry.fits)
    .sort((a, b) => b.total - a.total || a.row[0] - b.row[0])
    .map((entry) => entry.row);
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function resultOf([code, name, , summary]) {
  const link = document.createElement("a");
  link.href = "/" + code;
  link.dataset.class = code < 600 ? Math.floor(code / 100) : 0;
  link.append(element("b", code), " ", name, element("small", summary));
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function narrowAsYouType(field, results) {
  const list = results.querySelector("ol");
  let rows;

  function show() {
    const found = search(rows, field.value);
    const asked = field.value.trim() !== "";
    list.replaceChildren();
    found.forEach((row) => list.append(resultOf(row)));
    document.getElementById("count").textContent = found.length + " found";
    document.getElementById("nothing").hidden = found.length > 0;
    document.getElementById("all").hidden = asked;
    results.hidden = !asked;
  }

  function load() {
    fetch(document.body.dataset.index)
      .then((answer) => answer.json())
      .then((index) => {
        rows = index;
        field.addEventListener("input", show);
        if (field.value !== field.defaultValue) show();
      })
      .catch(() => field.addEventListener("focus", load, { once: true }));
  }
  if (document.activeElement === field) load();
  else field.addEventListener("focus", load, { once: true });

  // Without the index the form goes to the server, which finds the same.
  field.form.addEventListener("submit", (event) => {
    const number = field.value.trim();
    if (!rows || rows.some((row) => String(row[0]) === number)) return;
    event.preventDefault();
    if (list.firstElementChild) list.querySelector("a").focus();
  });
}

// The code block that stands beside the button, or else the page's address.
function copyWith(button) {
  const label = button.textContent;
  const block = button.parentElement.querySelector("pre");
  // A browser gives no clipboard to a page that came without TLS.
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => {
    const text = block ? block.textContent : location.origin + location.pathname;
    navigator.clipboard.writeText(text).then(() => {
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  });
}

function focusFieldWithSlash() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input, textarea, select")) return;
    event.preventDefault();
    document.querySelector(".field").select();
  });
}

// From the field into the results and among them; Enter follows the link that has the focus.
function chooseWithArrows(field, results) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field].concat(Array.from(results.querySelectorAll("a")));
    const here = stops.indexOf(document.activeElement);
    const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
}

// The page that brings the worker came without it, so it is asked for again, mostly from the browser's own cache.
function keepForOffline(worker) {
  worker.addEventListener("controllerchange", () => {
    const parts = document.querySelectorAll("link[rel=stylesheet], script[src]");
    [location.href].concat(Array.from(parts, (part) => part.href || part.src)).forEach((url) => fetch(url));
  });
  worker.register("/sw.js").catch(() => {});
}

if (typeof document !== "undefined") {
  if (navigator.serviceWorker) keepForOffline(navigator.serviceWorker);
  focusFieldWithSlash();
  const results = document.getElementById("results");
  if (results) {
    const field = document.querySelector(".search .field");
    narrowAsYouType(field, results);
    chooseWithArrows(field, results);
  }
  document.querySelectorAll("[data-copy]").forEach(copyWith);
}
