// Ranks as the server's Search does; the tests' search.csv holds the two together.
// A row of the index is [code, name, definedBy, summary, words, otherNames].
const WEIGHTS = [20, 10, 4, 2];
const NOISE = ["http", "https", "httpstatus", "sc", "status", "code", "error"];
// What stands before a name in constants, numbers too: status.HTTP_404_NOT_FOUND.
const PREFIX = /^(http|status|sc|[1-5][0-9]{2})+(?=[a-z])/;
// Where a status line, or a line of an access log, has the status code.
const LOGGED = /HTTP\/[0-9.]+"? ([1-5][0-9]{2})(?![0-9])/;
// Numbers that are no codes: of addresses, dates and times, and the system's of errors, as nginx logs them.
const NO_CODE = /[0-9]+([.:/][0-9]+){2,}|\([0-9]+: /g;

function wordsOf(text) {
  return text.toLowerCase().match(/[a-z0-9]+/g) || [];
}

// Whether a letter is missing, too much, another, or has changed places with its neighbour.
function isOneErrorFrom(text, word) {
  if (Math.abs(text.length - word.length) > 1) return false;
  let i = 0;
  while (i < text.length && text[i] === word[i]) i++;
  const here = text.slice(i);
  const there = word.slice(i);
  return here.slice(1) === there.slice(1) || here.slice(1) === there || here === there.slice(1)
    || here.length > 1 && there.startsWith(here[1] + here[0]) && here.slice(2) === there.slice(2);
}

function score({ number, columns }, term) {
  let best = 0;
  columns.forEach((words, i) => {
    for (let word of words) {
      if (word.startsWith(term.text)) best = Math.max(best, WEIGHTS[i] * (word === term.text ? 1.5 : 1));
      else if (term.misspelt && isOneErrorFrom(term.text, word)) best = Math.max(best, WEIGHTS[i] / 2);
    }
  });
  if (number === term.text) return 1000;
  return term.alone && number.startsWith(term.text) ? Math.max(100, best) : best;
}

// A reason phrase or a constant as one word, without what qualifies it: notfound.
function nameIn(text) {
  return wordsOf(/[ \t\r\n]/.test(text) ? text : text.replace(/^.*[.:]/, "")).join("").replace(PREFIX, "");
}

// How well a query as a whole is the name; five letters or more may have one typing error.
function scoreAsName(row, query) {
  const mainName = nameIn(row[1].split(", ")[0]);
  const others = wordsOf(row[5]);
  const isSimilar = (each) => query.length > 4 && isOneErrorFrom(query, each);
  if (mainName === query) return 600;
  if (others.includes(query)) return 500;
  if (isSimilar(mainName)) return 400;
  return others.some(isSimilar) ? 300 : 0;
}

function termsOf(query, candidates) {
  const words = Array.from(new Set(wordsOf(query.replace(/([a-z])([A-Z])/g, "$1 $2"))));
  const telling = words.filter((word) => !NOISE.includes(word));
  const asked = telling.length ? telling : words;
  return asked.map((text) => {
    const term = { text, misspelt: false, alone: asked.length === 1 };
    term.misspelt = text.length > 4 && candidates.every((candidate) => score(candidate, term) === 0);
    return term;
  });
}

function search(rows, query) {
  const logged = query.match(LOGGED);
  const asked = logged ? logged[1] : query.replace(NO_CODE, " ").trim();
  const candidates = rows.map((row) => (
    { row, number: String(row[0]), columns: WEIGHTS.map((weight, i) => wordsOf(row[i + 1])) }
  ));
  const terms = termsOf(asked, candidates);
  const name = nameIn(asked);
  const found = candidates.map((candidate) => {
    const scores = terms.map((term) => score(candidate, term));
    const asName = scoreAsName(candidate.row, name);
    return {
      row: candidate.row,
      fits: asName > 0 || terms.some((term) => term.text === candidate.number) || scores.every((each) => each > 0),
      total: scores.reduce((sum, each) => sum + each, asName),
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
    results.hidden = !asked;
    const all = document.getElementById("all");
    if (all) all.hidden = asked;
  }

  function load() {
    fetch(document.body.dataset.index)
      .then((answer) => answer.json())
      .then((index) => {
        rows = index;
        field.addEventListener("input", show);
        field.addEventListener("focus", show);
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

// For a page that has no place for what is found: it opens below the field, until something else is chosen.
function placeBelow(field) {
  const results = element("section", "");
  results.id = "results";
  results.className = "group";
  results.hidden = true;
  const count = element("h2", "");
  count.id = "count";
  count.setAttribute("aria-live", "polite");
  const nothing = element("p", "No code has that in its number, name or texts.");
  nothing.id = "nothing";
  results.append(count, element("ol", ""), nothing);
  field.form.after(results);
  ["click", "focusin"].forEach((type) => document.addEventListener(type, (event) => {
    if (!results.parentElement.contains(event.target)) results.hidden = true;
  }));
  return results;
}

// The code that the button belongs to, or else the page's address.
function copyWith(button) {
  const label = button.textContent;
  const holder = button.closest(".message, .command");
  const block = holder && holder.querySelector("code");
  // A browser gives no clipboard to a page that came without TLS.
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => {
    const text = block ? block.textContent : location.origin + location.pathname;
    navigator.clipboard.writeText(text).then(() => {
      // What stands beside the button must not move.
      button.style.minWidth = button.getBoundingClientRect().width + "px";
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  });
}

// From the system's colours to the light ones, the dark ones, and back.
function changeThemeWith(button) {
  const root = document.documentElement;
  function say() {
    button.title = "Theme: " + (root.dataset.theme || "system");
    button.setAttribute("aria-label", button.title);
  }
  button.addEventListener("click", () => {
    const next = { undefined: "light", light: "dark" }[root.dataset.theme];
    if (next) root.dataset.theme = next;
    else delete root.dataset.theme;
    try {
      if (next) localStorage.theme = next;
      else localStorage.removeItem("theme");
    } catch { /* a browser may refuse to keep anything: then the choice counts for this page */ }
    say();
  });
  say();
}

function scrollMenuToCurrentPage() {
  const menu = document.getElementById("menu");
  const current = menu.querySelector("ol [aria-current]");
  function scroll() {
    if (current) menu.scrollTop += current.getBoundingClientRect().top - menu.getBoundingClientRect().top - menu.clientHeight / 3;
  }
  scroll();
  menu.addEventListener("toggle", scroll);
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

// The page that brings the worker came without it, so it is asked for again, mostly from the browser's own cache. What all
// pages need, the worker fetches itself.
function keepForOffline(worker) {
  worker.addEventListener("controllerchange", () => fetch(location.href));
  worker.register("/sw.js").catch(() => {});
}

if (typeof document !== "undefined") {
  if (navigator.serviceWorker) keepForOffline(navigator.serviceWorker);
  focusFieldWithSlash();
  changeThemeWith(document.querySelector(".theme"));
  scrollMenuToCurrentPage();
  const field = document.querySelector(".field");
  const results = document.getElementById("results") || placeBelow(field);
  narrowAsYouType(field, results);
  chooseWithArrows(field, results);
  document.querySelectorAll("[data-copy]").forEach(copyWith);
}
