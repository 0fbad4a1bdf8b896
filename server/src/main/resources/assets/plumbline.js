// What a script adds to pages that work without one: the theme button, selectors that act at once, searches that
// narrow while one types, and the trend chart's tooltips, keys and zoom.

const THEMES = ["", "light", "dark"];
const THEME_NAMES = { "": "Auto", light: "Light", dark: "Dark" };

function themeButton(button) {
  const name = button.querySelector("[data-theme-name]");
  const root = document.documentElement;
  const show = () => {
    const label = THEME_NAMES[root.dataset.theme ?? ""];
    name.textContent = label;
    button.setAttribute("aria-label", `Theme: ${label}`);
  };
  button.addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(root.dataset.theme ?? "") + 1) % THEMES.length];
    if (next) {
      root.dataset.theme = next;
    } else {
      delete root.dataset.theme;
    }
    const age = next ? 31536000 : 0;
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `plumbline_theme=${next}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
    show();
  });
  show();
  button.hidden = false;
}

/** On a phone the tabs are wider than the screen: shows the current one. */
function showTab(tab, tabs) {
  const place = tab.getBoundingClientRect();
  const frame = tabs.getBoundingClientRect();
  tabs.scrollLeft += place.left + place.width / 2 - frame.left - frame.width / 2;
}

function actAtOnce(select) {
  select.addEventListener("change", () => select.form.requestSubmit());
}

/** Typing in a search narrows the results at once: the address is that of the form, and so is what it answers. */
class NarrowingSearch {
  constructor(form) {
    this.form = form;
    this.results = form.dataset.narrow;
    this.asked = 0;
    this.timer = 0;
    form.addEventListener("input", (event) => {
      if (event.target.type === "search") {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.narrow(), 150);
      }
    });
  }

  async narrow() {
    const asked = ++this.asked;
    const address = new URL(this.form.action);
    for (const [name, value] of new FormData(this.form)) {
      if (value) {
        address.searchParams.set(name, value);
      }
    }
    let answer;
    try {
      answer = await fetch(address, { headers: { Accept: "text/html" } });
    } catch {
      return;
    }
    const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    const found = page?.getElementById(this.results);
    if (found && asked === this.asked) {
      document.getElementById(this.results).replaceWith(found);
      history.replaceState(null, "", address);
    }
  }
}

const CHART_HINT = "Point at a commit or tap it. Arrow keys go from one to the next, Enter opens the run. Drag, or Shift with arrow keys and Enter, to show a part.";

class TrendChart {
  constructor(figure) {
    this.figure = figure;
    this.tips = [];
    this.pictures = [];
    this.active = null;
    this.start = null;
    this.pinned = false;
    this.tip = document.createElement("div");
    this.tip.className = "chart-tip";
    this.live = document.createElement("p");
    this.live.className = "visually-hidden";
    this.live.setAttribute("aria-live", "polite");
    figure.querySelector("figcaption").before(this.tip, this.live);
    this.hint();
    for (const picture of figure.querySelectorAll("[data-picture]")) {
      this.enhance(picture);
    }
    this.loaded = this.load();
  }

  async load() {
    try {
      const answer = await fetch(this.figure.dataset.tips, { credentials: "same-origin" });
      this.tips = answer.ok ? (await answer.json()).runs : [];
    } catch {
      this.tips = [];
    }
    const runs = this.tips.filter((run) => !run.apart).length;
    this.pictures.forEach((strips) => this.refine(strips, runs));
    this.figure.dataset.loaded = "";
    if (this.active) {
      this.show(this.active);
    }
  }

  /** Where a strip stands for several runs, each of them has its own share of it. */
  refine(strips, runs) {
    const shared = strips.filter((strip) => Number(strip.dataset.index) < runs);
    if (shared.length === 0 || shared.length >= runs) {
      return;
    }
    const finer = shared.flatMap((strip, at) => {
      const from = Math.floor((runs * at) / shared.length);
      const to = Math.floor((runs * (at + 1)) / shared.length);
      const width = strip.getAttribute("width") / (to - from);
      const parts = Array.from({ length: to - from }, (_, part) => {
        const share = strip.cloneNode(false);
        share.dataset.index = from + part;
        share.setAttribute("x", Number(strip.getAttribute("x")) + part * width);
        share.setAttribute("width", width);
        share.lines = [];
        return share;
      });
      strip.replaceWith(...parts);
      return parts;
    });
    const told = this.active?.dataset.index;
    strips.splice(0, shared.length, ...finer);
    finer.forEach((strip) => this.listen(strips, strip));
    if (shared.includes(this.active)) {
      this.point(strips, finer[told]);
    }
  }

  enhance(picture) {
    const strips = [...picture.querySelectorAll("[data-index]")];
    if (strips.length === 0) {
      return;
    }
    for (const strip of strips) {
      const title = strip.querySelector("title");
      strip.lines = title ? title.textContent.split("\n") : [];
      title?.remove();
      this.listen(strips, strip);
    }
    this.pictures.push(strips);
    picture.tabIndex = 0;
    picture.setAttribute("role", "group");
    picture.setAttribute("aria-label", `Trend. ${CHART_HINT}`);
    picture.addEventListener("pointerleave", () => this.rest(strips));
    picture.addEventListener("pointerdown", (event) => {
      this.start = event.button === 0 ? event.target.closest("[data-index]") : null;
    });
    picture.addEventListener("pointermove", (event) => {
      if (event.pointerType === "touch" && this.start) {
        this.point(strips, this.under(event) ?? this.start);
      }
    });
    picture.addEventListener("pointerup", (event) => this.release(strips, this.under(event)));
    picture.addEventListener("pointercancel", () => {
      this.start = null;
    });
    picture.addEventListener("blur", (event) => {
      if (!this.tip.contains(event.relatedTarget)) {
        this.leave(strips);
      }
    });
    picture.addEventListener("keydown", (event) => this.key(event, picture, strips));
  }

  listen(strips, strip) {
    strip.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "touch" && (!this.pinned || this.start)) {
        this.point(strips, strip);
      }
    });
  }

  /** The strip under a pointer; a finger stays with the element that it touched first. */
  under(event) {
    return document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-index]") ?? null;
  }

  point(strips, strip) {
    const from = this.start ? strips.indexOf(this.start) : strips.indexOf(strip);
    const to = strips.indexOf(strip);
    strips.forEach((other, at) => {
      other.classList.toggle("active", at >= Math.min(from, to) && at <= Math.max(from, to));
    });
    this.active = strip;
    return this.show(strip);
  }

  hint() {
    const row = document.createElement("p");
    row.className = "muted";
    row.textContent = CHART_HINT;
    this.tip.replaceChildren(row);
  }

  /** Says what is known of a commit below the chart, where it covers nothing; returns the lines. */
  show(strip) {
    const run = this.tips[Number(strip.dataset.index)];
    const lines = run
      ? [
          [
            { text: run.commit, url: run.commitUrl },
            { text: run.subject },
            { text: run.author, url: run.authorUrl },
            { text: run.day },
          ],
          [run.value, run.verdict, ...(run.marks ?? []), run.machine].map((text) => ({ text })),
        ]
      : [strip.lines.slice(0, 1), strip.lines.slice(1)].map((texts) => texts.map((text) => ({ text })));
    const said = lines.map((parts) => parts.filter((part) => part.text?.trim()));
    const rows = said.map((parts) => {
      const row = document.createElement("p");
      parts.forEach((part, at) => row.append(at > 0 ? " · " : "", part.url ? this.link(part) : part.text));
      return row;
    });
    if (run) {
      rows[rows.length - 1].append(" ", this.link({ text: "Open run", url: run.url }));
    }
    this.tip.replaceChildren(...rows);
    return said.map((parts) => parts.map((part) => part.text).join(" · "));
  }

  /** A link; one that leaves this server tells the other one nothing. */
  link({ text, url }) {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = text;
    if (link.origin !== location.origin) {
      link.rel = "noopener nofollow";
    }
    return link;
  }

  rest(strips) {
    if (!this.pinned && !this.start && !strips[0].closest("[data-picture]").matches(":focus-visible")) {
      this.leave(strips);
    }
  }

  leave(strips) {
    strips.forEach((strip) => strip.classList.remove("active"));
    this.active = null;
    this.start = null;
    this.pinned = false;
    this.hint();
  }

  /** A click or a tap holds on to a commit; a drag shows the part of the history that it went over. */
  release(strips, strip) {
    const start = this.start;
    this.start = null;
    if (!start || !strip) {
      return;
    }
    if (strip === start) {
      this.pinned = true;
      this.point(strips, strip);
      return;
    }
    this.zoom(start, strip);
  }

  async zoom(one, other) {
    await this.loaded;
    const [first, last] = [one, other]
      .map((strip) => this.tips[Number(strip.dataset.index)])
      .sort((a, b) => this.tips.indexOf(a) - this.tips.indexOf(b));
    if (!first || !last || first.apart) {
      return;
    }
    const address = new URL(this.figure.dataset.url + this.figure.dataset.query, location.href);
    address.searchParams.set("from", first.commit);
    address.searchParams.delete("to");
    if (!last.apart) {
      address.searchParams.set("to", last.commit);
    }
    location.assign(address);
  }

  open(strip) {
    const run = this.tips[Number(strip.dataset.index)];
    if (run) {
      location.assign(run.url);
    }
  }

  key(event, picture, strips) {
    const now = this.active ? strips.indexOf(this.active) : strips.length;
    const next = {
      ArrowLeft: now - 1,
      ArrowRight: this.active ? now + 1 : 0,
      Home: 0,
      End: strips.length - 1,
    }[event.key];
    if (event.key === "Enter" && this.active) {
      if (this.start && this.start !== this.active) {
        this.zoom(this.start, this.active);
      } else {
        this.open(this.active);
      }
    } else if (event.key === "Escape") {
      this.leave(strips);
    } else if (next !== undefined) {
      this.start = event.shiftKey ? (this.start ?? this.active) : null;
      const strip = strips[Math.max(0, Math.min(strips.length - 1, next))];
      this.live.textContent = this.point(strips, strip).join(", ");
    } else {
      return;
    }
    event.preventDefault();
  }
}

/** A page that waits for a verdict is loaded anew when the verdict is there, and stands still until then. */
function awaitNews() {
  setTimeout(async () => {
    try {
      const answer = await fetch(location.href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (answer.ok && !page.body.hasAttribute("data-waiting")) {
        location.reload();
        return;
      }
    } catch {
      // The server may be gone for a moment.
    }
    awaitNews();
  }, 3000);
}

if (document.body.hasAttribute("data-waiting")) {
  awaitNews();
}
const tab = document.querySelector(".tabs [aria-current]");
if (tab) {
  showTab(tab, tab.closest(".tabs"));
}
document.querySelectorAll("[data-theme-button]").forEach(themeButton);
document.querySelectorAll("select[data-submit]").forEach(actAtOnce);
document.querySelectorAll("form[data-narrow]").forEach((form) => new NarrowingSearch(form));
document.querySelectorAll("[data-enhanced-away]").forEach((button) => {
  button.classList.add("visually-hidden");
  button.tabIndex = -1;
});
document.querySelectorAll("[data-chart]").forEach((figure) => new TrendChart(figure));
