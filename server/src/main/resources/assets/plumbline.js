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

/** A form that narrows a list: what it lists is replaced while somebody types or chooses, and so is the address. */
function narrow(form) {
  let waiting = 0;
  let newest = 0;
  const show = async () => {
    const address = new URL(form.action, location.href);
    for (const [name, value] of new FormData(form)) {
      if (value) {
        address.searchParams.append(name, value);
      }
    }
    newest += 1;
    const asked = newest;
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) {
      form.submit();
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = page.querySelector("[data-narrowed]");
    if (asked === newest && list) {
      document.querySelector("[data-narrowed]").replaceWith(list);
      history.replaceState(null, "", address);
    }
  };
  const soon = (delay) => {
    clearTimeout(waiting);
    waiting = setTimeout(show, delay);
  };
  form.addEventListener("input", (event) => soon(event.target.type === "search" ? 200 : 0));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    soon(0);
  });
}

class TrendChart {
  constructor(figure) {
    this.figure = figure;
    this.runs = [...figure.querySelectorAll("[data-commit]")];
    this.active = null;
    this.start = null;
    this.tip = document.createElement("div");
    this.tip.className = "chart-tip";
    this.tip.hidden = true;
    this.live = document.createElement("p");
    this.live.className = "visually-hidden";
    this.live.setAttribute("aria-live", "polite");
    figure.append(this.tip, this.live);
    for (const picture of figure.querySelectorAll("[data-picture]")) {
      this.enhance(picture);
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
      strip.addEventListener("pointerenter", () => this.point(picture, strips, strip));
    }
    picture.tabIndex = 0;
    picture.setAttribute("role", "group");
    picture.setAttribute("aria-label", "Trend: arrow keys go from run to run, Enter opens the run");
    picture.addEventListener("pointerleave", () => this.leave(strips));
    picture.addEventListener("pointerdown", (event) => {
      this.start = event.button === 0 ? event.target.closest("[data-index]") : null;
    });
    picture.addEventListener("pointerup", (event) => this.release(event.target.closest("[data-index]")));
    picture.addEventListener("pointercancel", () => this.leave(strips));
    picture.addEventListener("blur", () => this.leave(strips));
    picture.addEventListener("keydown", (event) => this.key(event, picture, strips));
  }

  point(picture, strips, strip) {
    const from = this.start ? strips.indexOf(this.start) : strips.indexOf(strip);
    const to = strips.indexOf(strip);
    strips.forEach((other, at) => {
      other.classList.toggle("active", at >= Math.min(from, to) && at <= Math.max(from, to));
    });
    this.active = strip;
    this.show(strip);
  }

  show(strip) {
    const run = this.run(strip);
    const lines = [...strip.lines, ...(run ? run.textContent.split("\n") : [])].filter((line) => line.trim());
    this.tip.replaceChildren(
      ...lines.map((line) => {
        const row = document.createElement("p");
        row.textContent = line;
        return row;
      }),
    );
    this.tip.hidden = false;
    const frame = this.figure.getBoundingClientRect();
    const place = strip.getBoundingClientRect();
    const right = place.right - frame.left + 8;
    const fits = right + this.tip.offsetWidth <= frame.width - 4;
    const left = fits ? right : place.left - frame.left - this.tip.offsetWidth - 8;
    this.tip.style.left = `${Math.max(4, Math.min(left, frame.width - this.tip.offsetWidth - 4))}px`;
    this.tip.style.top = `${place.top - frame.top + 8}px`;
    return lines;
  }

  run(strip) {
    return this.runs[Number(strip.dataset.index)];
  }

  leave(strips) {
    strips.forEach((strip) => strip.classList.remove("active"));
    this.tip.hidden = true;
    this.active = null;
    this.start = null;
  }

  /** A click opens the run; a drag shows the part of the history that it went over. */
  release(strip) {
    const start = this.start;
    this.start = null;
    if (!start || !strip) {
      return;
    }
    if (strip === start) {
      this.open(strip);
      return;
    }
    const [first, last] = [start, strip].sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index));
    const address = new URL(this.figure.dataset.url, location.href);
    if (this.figure.dataset.branch) {
      address.searchParams.set("branch", this.figure.dataset.branch);
    }
    address.searchParams.set("from", this.run(first).dataset.commit);
    address.searchParams.set("to", this.run(last).dataset.commit);
    location.assign(address);
  }

  open(strip) {
    location.assign(this.run(strip).dataset.url);
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
      this.open(this.active);
    } else if (event.key === "Escape") {
      this.leave(strips);
    } else if (next !== undefined) {
      const strip = strips[Math.max(0, Math.min(strips.length - 1, next))];
      this.point(picture, strips, strip);
      this.live.textContent = this.show(strip).join(", ");
    } else {
      return;
    }
    event.preventDefault();
  }
}

document.querySelectorAll("[data-theme-button]").forEach(themeButton);
document.querySelectorAll("select[data-submit]").forEach(actAtOnce);
document.querySelectorAll("form[data-narrow]").forEach(narrow);
document.querySelectorAll("form[data-narrow]").forEach((form) => new NarrowingSearch(form));
document.querySelectorAll("[data-enhanced-away]").forEach((button) => button.classList.add("visually-hidden"));
document.querySelectorAll("[data-chart]").forEach((figure) => new TrendChart(figure));
